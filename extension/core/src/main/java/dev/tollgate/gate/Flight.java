package dev.tollgate.gate;

import dev.tollgate.source.Reason;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One errand for tokens, from its departure to the outcome that all who wait for it share. It spans its attempts. */
final class Flight {

    private final long epoch;
    private final Held from;
    private final Reason reason;
    private final Trigger trigger;
    private final long departedAt;
    private final Set<Waiter> seated = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    private volatile @Nullable TokenFailure failure;
    private volatile @Nullable Instant failingSince;

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

    /** What its attempts send, and none of their failures may show. */
    List<String> secrets() {
        return Stream.concat(
                        from.grant().stream().flatMap(grant -> grant.tokens().secrets().stream()),
                        trigger.subjectToken().stream())
                .toList();
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

    /** The last failure of its attempts, or of the flight before; null if there was none. */
    @Nullable
    TokenFailure failure() {
        return failure;
    }

    void failedWith(TokenFailure last) {
        failure = last;
    }

    /** Since when attempts have failed, of this flight or of those before; empty if none has. */
    Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    /** An attempt has failed at {@code when}; the first such moment counts. */
    Instant failingSince(Instant when) {
        Instant first = failingSince().orElse(when);
        failingSince = first;
        return first;
    }

    int waiters() {
        return seated.size();
    }

    boolean isAwaited() {
        return !seated.isEmpty();
    }

    /** Lets {@code waiter} have the outcome; at once if there is one already. */
    void seat(Waiter waiter) {
        seated.add(waiter);
        Outcome settled = outcome.get();
        if (settled != null) {
            release(waiter, settled);
        }
    }

    /** Forgets {@code waiter}, so that a long flight does not keep those who have left. */
    void leave(Waiter waiter) {
        seated.remove(waiter);
    }

    /** Lets everybody have {@code end}; the first one counts. Those who waited are no part of the flight. */
    void settle(Outcome end) {
        if (outcome.compareAndSet(null, end)) {
            FlightScope.outside(() -> seated.forEach(waiter -> release(waiter, end)));
        }
    }

    private void release(Waiter waiter, Outcome end) {
        if (seated.remove(waiter)) {
            waiter.arrive(end);
        }
    }

    /** How a flight ended. */
    sealed interface Outcome {
        /** With tokens. */
        record Brought(Grant grant) implements Outcome {}

        /** Without. */
        record Failed(NoToken failure) implements Outcome {}

        /** Because it could not go on, or nobody waited: whoever is in it goes back to the gate. */
        record Abandoned() implements Outcome {}
    }
}
