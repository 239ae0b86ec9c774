package dev.tollgate.it.races;

import dev.tollgate.gate.GateEvent;
import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.Grant;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Passage;
import dev.tollgate.gate.Rotation;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.Verdict;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.Trigger;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A gate for actors to race at. JCStress makes one for each race. */
final class Contended {

    static final Trigger TRIGGER = () -> "ShopClient.orders";
    static final GatePolicy POLICY = GatePolicy.DEFAULTS
            .withRotation(Rotation.STRICT)
            .withAttemptTimeout(Duration.ofMinutes(1))
            .withBackOff(Duration.ofMillis(100), Duration.ofMillis(100));

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("dev.tollgate.gate");

    static {
        LOG.setLevel(Level.OFF); // millions of sessions end here
    }

    final HandTime time = new HandTime();
    final HandSource source;
    final TokenGate gate;

    private Contended(boolean acquires, GatePolicy policy) {
        source = new HandSource(acquires);
        gate = TokenGate.of("shop", SessionKey.APPLICATION, source, policy, time, time, Contended::ignore);
    }

    static Contended signedIn(GatePolicy policy, TokenSet tokens) {
        Contended contended = new Contended(false, policy);
        contended.gate.signIn(tokens);
        return contended;
    }

    /** The tokens at hand are {@code at-1}, and have expired. */
    static Contended expired() {
        return expired(POLICY);
    }

    static Contended expired(GatePolicy policy) {
        return signedIn(policy, HandSource.expired("at-1"));
    }

    /** The tokens at hand are {@code at-1}, and are good. */
    static Contended fresh() {
        return signedIn(POLICY, HandSource.fresh("at-1"));
    }

    CompletableFuture<?> call() {
        return gate.enter(TRIGGER).acquire().toCompletableFuture();
    }

    /** A call that was sent with the tokens at hand. */
    Passage sent() {
        Passage passage = gate.enter(TRIGGER);
        passage.await();
        return passage;
    }

    /** The access token at hand, by way of a call that is made when the race is over; or why there is none. */
    String next() {
        CompletableFuture<?> call = call();
        while (!call.isDone() && source.answer()) {
            // the answer to another flight does not count
        }
        return outcome(call);
    }

    /** What became of a call, as one word. */
    static String outcome(CompletionStage<?> call) {
        CompletableFuture<?> done = call.toCompletableFuture();
        if (!done.isDone()) {
            return "waits";
        }
        try {
            return word(done.join());
        } catch (CompletionException | CancellationException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private static String word(Object settled) {
        if (settled instanceof Verdict.Replay replay) {
            return replay.grant().tokens().accessToken();
        } else if (settled instanceof Verdict.HandOver) {
            return "401";
        }
        return ((Grant) settled).tokens().accessToken();
    }

    private static String failure(Throwable thrown) {
        if (thrown instanceof NoToken.SessionOver) {
            return "over";
        } else if (thrown instanceof NoToken.Unavailable) {
            return "unavailable";
        }
        return thrown.getClass().getSimpleName();
    }

    private static void ignore(GateEvent event) {}
}
