package dev.tollgate.it.scenarios.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** A filter of the application that fails for a refresh, as late as one of them can. */
@Priority(Tripwire.PRIORITY)
public class Tripwire implements ClientRequestFilter {

    static final int PRIORITY = Integer.MAX_VALUE - 1;

    private static volatile boolean armed;

    public static void failNext() {
        armed = true;
    }

    /** A refresh that had passed before it was armed has left it so. */
    public static void disarm() {
        armed = false;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (armed && request.getUri().getPath().endsWith("/token")) {
            armed = false;
            throw new IllegalStateException("tripped");
        }
    }
}
