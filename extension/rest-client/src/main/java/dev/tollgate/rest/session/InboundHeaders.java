package dev.tollgate.rest.session;

import java.util.List;

/**
 * The headers of the request that this thread serves. Found by {@link java.util.ServiceLoader}, since Jakarta REST has no
 * way to ask for them outside of a resource.
 */
public interface InboundHeaders {

    /** The values of the header called {@code name}, in any case; empty if there are none, or no request is served. */
    List<String> header(String name);
}
