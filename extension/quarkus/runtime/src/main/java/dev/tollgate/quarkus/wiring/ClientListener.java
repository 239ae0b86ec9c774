package dev.tollgate.quarkus.wiring;

import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import jakarta.ws.rs.core.Configuration;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jspecify.annotations.Nullable;

/**
 * Notes on each client which interface it is of, since a method may be one of a super-interface, and where its requests go,
 * since a parameter of a method may lead one of them elsewhere.
 */
public final class ClientListener implements RestClientListener {

    private static final String CLIENT = "dev.tollgate.client";
    private static final String BASE = "dev.tollgate.base";

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        builder.property(CLIENT, client);
        if (builder instanceof RestClientBuilderImpl quarkus) {
            // a listener after this one may change it: this is done when the client is made
            quarkus.clientOptionsCustomizer(options -> builder.property(BASE, BaseAddress.of(quarkus)));
        }
    }

    /** The client interface of a client with {@code configuration}. */
    public static @Nullable Class<?> clientOf(Configuration configuration) {
        return configuration.getProperty(CLIENT) instanceof Class<?> client ? client : null;
    }

    /** Where the requests of a client with {@code configuration} go. */
    public static @Nullable URI baseOf(Configuration configuration) {
        return configuration.getProperty(BASE) instanceof URI base ? base : null;
    }
}
