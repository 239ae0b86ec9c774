package dev.tollgate.rest.realm;

import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What configuration may call a client interface. */
final class ClientNames {

    private ClientNames() {}

    /** Its config key, if it has one, and its class name. */
    static Stream<String> of(Class<?> client) {
        RegisterRestClient registered = client.getAnnotation(RegisterRestClient.class);
        return registered == null || registered.configKey().isEmpty()
                ? Stream.of(client.getName())
                : Stream.of(registered.configKey(), client.getName());
    }
}
