package dev.tollgate.rest.refresh;

import jakarta.ws.rs.client.Client;
import java.lang.reflect.Proxy;

/** Clients that send nothing. */
final class Clients {

    static final Client NONE = (Client) Proxy.newProxyInstance(
            Clients.class.getClassLoader(), new Class<?>[] {Client.class}, (proxy, method, arguments) -> null);

    private Clients() {}
}
