package dev.tollgate.gate;

import dev.tollgate.source.Reason;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.Trigger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One errand for tokens, from its departure to the outcome that all who wait for it share. It spans its attempts. */
final class Flight {

    private final long epoch;
    private final Held from;
    private final Reason reason;
    private final Trigger trigger;
    private final long departedAt;
    private final CompletableFuture<Grant> landing = new CompletableFuture<>();
    private final AtomicInteger waiters = new AtomicInteger();
    private volatile @Nullable TokenFailure failure;

    Flight(long epoch, Held from, Reason reason, Trigger trigger, long departedAt) {
        this.epoch = epoch;
        this.from = from;
        this.reason = reason;
        this.trigger = trigger;
        this.departedAt = departedAt;
    }

    /** The sign-in that it flies for. */
    long epoch() {
        return epoch;
    }

    /** The tokens that it set out with. */
    Held from() {
        return from;
    }

    Reason reason() {
        return reason;
    }

    Trigger trigger() {
        return trigger;
    }

    /** On the monotonic clock. */
    long departedAt() {
        return departedAt;
    }

    /** Completes once, with the new grant, with a {@link NoToken}, or with {@link Abandoned}. */
    CompletableFuture<Grant> landing() {
        return landing;
    }

    /** The last failure of its attempts, or of the flight before; null if there was none. */
    @Nullable
    TokenFailure failure() {
        return failure;
    }

    void failedWith(TokenFailure last) {
        failure = last;
    }

    int waiters() {
        return waiters.get();
    }

    boolean isAwaited() {
        return waiters.get() > 0;
    }

    Seat takeSeat() {
        waiters.incrementAndGet();
        return new Seat(waiters);
    }

    /** The place of one waiter; given back once, whether the flight lands or the waiter leaves before. */
    static final class Seat {
        private final AtomicInteger waiters;
        private final AtomicBoolean left = new AtomicBoolean();

        private Seat(AtomicInteger waiters) {
            this.waiters = waiters;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                waiters.decrementAndGet();
            }
        }
    }

    /** The flight ended because nobody waited; whoever came at the last moment goes back to the gate. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("nobody waited", null, false, false);
        }
    }
}
