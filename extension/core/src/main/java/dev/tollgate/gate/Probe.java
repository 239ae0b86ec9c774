package dev.tollgate.gate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** A call that is sent again with the token that was rejected, while others wait for what comes of it. */
final class Probe {

    private final Passage call;
    private final GateThreads threads;
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    Probe(Passage call, GateThreads threads) {
        this.call = call;
        this.threads = threads;
    }

    boolean isMadeBy(Passage other) {
        return call == other;
    }

    /** Lets {@code next} run on a thread of the gate when it is known what came of the probe. */
    void whenOver(Runnable next) {
        over.whenComplete((done, thrown) -> next.run());
    }

    /** There is another session, so the calls that wait go no further than to their callers: this thread may let them go. */
    void endHere() {
        over.complete(null);
    }

    /** The calls that wait are no part of the call that was sent again. */
    void end() {
        try {
            threads.run(() -> over.complete(null));
        } catch (RejectedExecutionException e) {
            over.complete(null);
        }
    }
}
