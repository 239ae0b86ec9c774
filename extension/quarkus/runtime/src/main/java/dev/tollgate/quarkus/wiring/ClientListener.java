package dev.tollgate.quarkus.wiring;

import jakarta.ws.rs.core.Configuration;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jspecify.annotations.Nullable;

/** Notes on each client which interface it is of; a method may be one of a super-interface. */
public final class ClientListener implements RestClientListener {

    private static final String CLIENT = "dev.tollgate.client";

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        builder.property(CLIENT, client);
    }

    /** The client interface of a client with {@code configuration}. */
    public static @Nullable Class<?> clientOf(Configuration configuration) {
        return configuration.getProperty(CLIENT) instanceof Class<?> client ? client : null;
    }
}
