package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.realm.SubResources;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import jakarta.ws.rs.core.Configuration;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jspecify.annotations.Nullable;

/**
 * Notes on each client which interface it is of, since a method may be one of a super-interface, and where its requests go,
 * since a parameter of a method may lead one of them elsewhere.
 */
public final class ClientListener implements RestClientListener {

    private static final String CLIENT = "dev.tollgate.client";
    private static final String PARTS = "dev.tollgate.parts";
    private static final String BASE = "dev.tollgate.base";

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        builder.property(CLIENT, client);
        builder.property(PARTS, SubResources.of(client));
        if (builder instanceof RestClientBuilderImpl quarkus) {
            // a listener after this one may change it: this is done when the client is made
            quarkus.clientOptionsCustomizer(options -> builder.property(BASE, BaseAddress.of(quarkus)));
        }
    }

    /**
     * The interface of a client with {@code configuration}, or of one of its sub-resources, on which the methods of
     * {@code declaring} are called; empty if that can be several.
     */
    public static Optional<Class<?>> calledOf(Configuration configuration, Class<?> declaring) {
        if (configuration.getProperty(CLIENT) instanceof Class<?> client && declaring.isAssignableFrom(client)) {
            return Optional.of(client);
        }
        List<Class<?>> parts = configuration.getProperty(PARTS) instanceof Collection<?> all
                ? all.stream()
                        .<Class<?>>map(part -> (Class<?>) part)
                        .filter(declaring::isAssignableFrom)
                        .toList()
                : List.of();
        return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** Where the requests of a client with {@code configuration} go. */
    public static @Nullable URI baseOf(Configuration configuration) {
        return configuration.getProperty(BASE) instanceof URI base ? base : null;
    }
}
