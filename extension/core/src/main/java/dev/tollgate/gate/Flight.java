package dev.tollgate.gate;

import dev.tollgate.source.Reason;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.Trigger;
import dev.tollgate.token.TokenSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
    private final Map<Long, Waiter> seated = new ConcurrentHashMap<>(); // by number, so that they go in order
    private final AtomicLong seats = new AtomicLong();
    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    private volatile @Nullable Means means;
    private volatile boolean spent;
    private volatile @Nullable Grant own;
    private volatile @Nullable CompletableFuture<@Nullable TokenSet> asked;
    private volatile @Nullable Runnable whenAwaited;
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

    /**
     * What it refreshes; empty if it asks for a first grant. The source is asked once.
     *
     * <p>Fails if the source fails to say; then nothing was sent, and the next attempt asks again.
     */
    Optional<TokenSet> refreshable(TokenSource source) {
        Means known = means;
        if (known == null) {
            known = ask(source);
            means = known;
        }
        return spent ? Optional.empty() : known.refreshable();
    }

    private Means ask(TokenSource source) {
        try {
            return Means.of(source, from.tokens());
        } catch (TokenFailure e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw TokenFailure.Transient.unsent(
                    e.getClass().getSimpleName() + " as the token source was asked what it can do", e);
        }
    }

    /** Whether there is another way to tokens; unknown, and so false, before the source was asked. */
    boolean canAcquire() {
        Means known = means;
        return known != null && known.canAcquire();
    }

    /** The refresh token is lost: from now on it asks for a first grant. */
    void spend() {
        spent = true;
    }

    /** Its source has signed in on its way to tokens: what it calls from now on carries those. */
    void signedIn(Grant grant) {
        own = grant;
    }

    /** What the calls of its source carry; null if those at hand serve. */
    @Nullable
    Grant own() {
        return own;
    }

    /** Its source is about to be asked; {@code answer} is completed with what it brings, and with null if it fails. */
    void asks(CompletableFuture<@Nullable TokenSet> answer) {
        asked = answer;
    }

    /** What its source will answer; empty if it is not asked at the moment. */
    Optional<CompletableFuture<@Nullable TokenSet>> asked() {
        return Optional.ofNullable(asked).filter(answer -> !answer.isDone());
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

    /** From now on {@code told} is run when somebody takes a seat. */
    void whenAwaited(Runnable told) {
        whenAwaited = told;
    }

    /** Lets {@code waiter} have the outcome; at once if there is one already. Answers the number of its seat. */
    long seat(Waiter waiter) {
        long seat = seats.incrementAndGet();
        seated.put(seat, waiter);
        Runnable told = whenAwaited;
        if (told != null) {
            told.run();
        }
        Outcome settled = outcome.get();
        if (settled != null) {
            release(seat, settled);
        }
        return seat;
    }

    /** Forgets who has that seat, so that a long flight does not keep those who have left. */
    void leave(long seat) {
        seated.remove(seat);
    }

    /** Lets everybody have {@code end}; the first one counts. Those who waited are no part of the flight. */
    void settle(Outcome end) {
        if (outcome.compareAndSet(null, end)) {
            FlightScope.outside(() -> seated.keySet().forEach(seat -> release(seat, end)));
        }
    }

    private void release(long seat, Outcome end) {
        Waiter waiter = seated.remove(seat);
        if (waiter != null) {
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
