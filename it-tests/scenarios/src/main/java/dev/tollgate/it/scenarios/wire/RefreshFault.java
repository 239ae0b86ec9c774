package dev.tollgate.it.scenarios.wire;

import dev.tollgate.testkit.wire.WireFault;
import java.time.Duration;

/** What can happen to a refresh on its way so that nobody knows whether the refresh token has been used up. */
public enum RefreshFault {
    /** As an idle connection ends that a server closes at the wrong moment. */
    CLOSED_BEFORE_DELIVERY,
    RESET_BEFORE_DELIVERY,
    ANSWER_LOST,
    RESET_AFTER_DELIVERY,
    RESET_IN_THE_STATUS_LINE,
    RESET_IN_THE_HEADERS,
    RESET_IN_THE_BODY,
    NEVER_ANSWERED,
    SILENT_IN_THE_HEADERS,
    SILENT_IN_THE_BODY,
    DRIPPING,
    SLOW_BODY;

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int IN_THE_STATUS_LINE = 5;
    private static final int IN_THE_HEADERS = 40;
    private static final int IN_THE_BODY = 200;

    WireFault onTheWire() {
        return switch (this) {
            case CLOSED_BEFORE_DELIVERY -> WireFault.closeBeforeRequest();
            case RESET_BEFORE_DELIVERY -> WireFault.resetBeforeRequest();
            case ANSWER_LOST -> WireFault.loseAnswer();
            case RESET_AFTER_DELIVERY -> WireFault.resetAfterRequest();
            case RESET_IN_THE_STATUS_LINE -> WireFault.resetAfter(IN_THE_STATUS_LINE);
            case RESET_IN_THE_HEADERS -> WireFault.resetAfter(IN_THE_HEADERS);
            case RESET_IN_THE_BODY -> WireFault.resetAfter(IN_THE_BODY);
            case NEVER_ANSWERED -> WireFault.neverAnswer();
            case SILENT_IN_THE_HEADERS -> WireFault.silenceAfter(IN_THE_HEADERS);
            case SILENT_IN_THE_BODY -> WireFault.silenceAfter(IN_THE_BODY);
            case DRIPPING -> WireFault.drip(1, PAUSE);
            case SLOW_BODY -> WireFault.slowBody(1, PAUSE);
        };
    }
}
