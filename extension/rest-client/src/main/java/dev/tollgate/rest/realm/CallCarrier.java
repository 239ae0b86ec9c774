package dev.tollgate.rest.realm;

import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Carries the context of a call to the thread on which its filters run, in the way of one REST client implementation.
 * Found by {@link java.util.ServiceLoader}; where there is none, the way of MicroProfile REST Client is used.
 */
public interface CallCarrier {

    /** Sees to it that the calls of the client that {@code builder} builds are carried. */
    void carry(RestClientBuilder builder);
}
