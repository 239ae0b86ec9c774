package dev.tollgate.it.benchmark.soak;

import dev.tollgate.it.benchmark.storm.server.ServerProcess;
import dev.tollgate.it.benchmark.storm.server.WireTrouble;
import java.util.Random;

/** Whatever a server and a network can do to a client, again and again. For one thread. */
final class Mischief {

    private static final int OUTAGE = 6;

    private final ServerProcess server;
    private final Random random;
    private int outageLeft;
    private boolean refuses;

    Mischief(ServerProcess server, long seed) {
        this.server = server;
        this.random = new Random(seed);
    }

    /** One more deed; what lasts ends by itself. */
    void go() {
        endWhatIsOver();
        switch (random.nextInt(12)) {
            case 0 -> server.revoke();
            case 1 -> beginOutage();
            case 2 -> server.hangUp();
            case 3 -> refuse();
            case 4, 5, 6, 7 -> server.trouble("/token", any());
            default -> server.trouble("/api", any());
        }
    }

    private WireTrouble any() {
        WireTrouble[] all = WireTrouble.values();
        return all[random.nextInt(all.length)];
    }

    private void beginOutage() {
        if (outageLeft == 0) {
            server.beginOutage();
            outageLeft = OUTAGE;
        }
    }

    private void refuse() {
        server.refuseConnections(true);
        refuses = true;
    }

    private void endWhatIsOver() {
        if (outageLeft > 0 && --outageLeft == 0) {
            server.endOutage();
        }
        if (refuses) {
            server.refuseConnections(false);
            refuses = false;
        }
    }
}
