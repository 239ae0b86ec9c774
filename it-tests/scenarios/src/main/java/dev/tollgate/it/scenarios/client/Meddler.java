package dev.tollgate.it.scenarios.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.function.Consumer;

/** A filter of the application that touches what the token is in. */
public class Meddler implements ClientRequestFilter {

    private static volatile Consumer<ClientRequestContext> meddling = request -> {};

    @Override
    public void filter(ClientRequestContext request) {
        meddling.accept(request);
    }

    /** From now on it does this to all requests. */
    public static void does(Consumer<ClientRequestContext> something) {
        meddling = something;
    }

    /** It lets requests alone again. */
    public static void clear() {
        meddling = request -> {};
    }
}
