package dev.tollgate.it.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a server that somebody else starts later. */
final class FreePort {

    /** Below those that systems give to outgoing connections, of which the TCK opens many. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    static int find() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, FROM, TO)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port from " + FROM + " to " + TO));
    }

    private static boolean isFree(int port) {
        try (ServerSocket attempt = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return attempt.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
