package dev.tollgate.it.scenarios.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often calls are begun; a replay begins none. To be registered before the filters that may refuse a call. */
public class Attempts implements ClientRequestFilter {

    public static final int PRIORITY = 1;

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static int count() {
        return COUNT.get();
    }

    public static void clear() {
        COUNT.set(0);
    }

    @Override
    public void filter(ClientRequestContext request) {
        COUNT.incrementAndGet();
    }
}
