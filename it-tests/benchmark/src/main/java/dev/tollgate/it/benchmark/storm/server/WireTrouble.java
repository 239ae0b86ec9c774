package dev.tollgate.it.benchmark.storm.server;

import dev.tollgate.testkit.wire.WireFault;
import java.time.Duration;

/** What can go wrong between a client and the server. */
public enum WireTrouble {
    CLOSED,
    RESET,
    ANSWER_LOST,
    RESET_AFTER_DELIVERY,
    RESET_IN_THE_ANSWER,
    NEVER_ANSWERED,
    HALF_OPEN,
    DRIP,
    SLOW_BODY;

    private static final int PORTION = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int IN_THE_HEADERS = 40;

    WireFault onTheWire() {
        return switch (this) {
            case CLOSED -> WireFault.closeBeforeRequest();
            case RESET -> WireFault.resetBeforeRequest();
            case ANSWER_LOST -> WireFault.loseAnswer();
            case RESET_AFTER_DELIVERY -> WireFault.resetAfterRequest();
            case RESET_IN_THE_ANSWER -> WireFault.resetAfter(IN_THE_HEADERS);
            case NEVER_ANSWERED -> WireFault.neverAnswer();
            case HALF_OPEN -> WireFault.silenceAfter(IN_THE_HEADERS);
            case DRIP -> WireFault.drip(PORTION, PAUSE);
            case SLOW_BODY -> WireFault.slowBody(1, PAUSE);
        };
    }
}
