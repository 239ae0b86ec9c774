package dev.tollgate.rest.refresh;

import dev.tollgate.gate.GateThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Calls a refresh off that still waits for a thread when its time is almost up: until the gate gives it up it is known that
 * nothing was sent, afterwards nobody would believe it.
 */
public final class SentInTime {

    private static final Duration BEFOREHAND = Duration.ofMillis(100);
    private static final int SHARE = 10;

    private SentInTime() {}

    /** What {@code answer} brings, or that {@code call} was not sent. */
    public static CompletableFuture<Object> of(CompletionStage<?> answer, RefreshCall call, GateThreads threads) {
        CompletableFuture<Object> bounded = new CompletableFuture<>();
        GateThreads.Timer timer = threads.later(almost(call.deadline().remaining()), () -> {
            if (call.callOff()) {
                bounded.completeExceptionally(call.notSent());
            }
        });
        answer.whenComplete((value, thrown) -> {
            timer.cancel();
            if (thrown == null) {
                bounded.complete(value);
            } else {
                bounded.completeExceptionally(thrown);
            }
        });
        return bounded;
    }

    /** When a call is to be called off of which {@code remaining} is left. */
    public static Duration almost(Duration remaining) {
        Duration share = remaining.dividedBy(SHARE);
        return remaining.minus(share.compareTo(BEFOREHAND) < 0 ? share : BEFOREHAND);
    }
}
