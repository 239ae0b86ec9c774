package dev.tollgate.gate;

import dev.tollgate.gate.Verdict.Replay;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A call at the gate, and what must hold of whatever it gets.
 *
 * @param passage through which it goes; null for a refresh that is asked for
 * @param newest the greatest generation that anybody had been given when the call began
 * @param ended sessions that were over when the call began
 * @param deadline when it must have been settled, in nanoseconds
 * @param rejected the tokens with which it was sent before; null if it was not
 */
record SoakCall(
        String what,
        @Nullable Passage passage,
        CompletableFuture<?> outcome,
        long newest,
        Set<Integer> ended,
        long deadline,
        @Nullable Grant rejected) {

    /** What is wrong with the outcome, if anything is. */
    Optional<String> accusation() {
        try {
            Object settled = outcome.join();
            return grant(settled).flatMap(grant -> accusation(grant, settled instanceof Replay));
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (CompletionException e) {
            return e.getCause() instanceof NoToken ? Optional.empty() : Optional.of("failed with " + e.getCause());
        }
    }

    private Optional<String> accusation(Grant grant, boolean replay) {
        String token = grant.tokens().accessToken();
        if (ended.contains(SoakSessions.of(token))) {
            return Optional.of("was given " + token + ", whose session was over before the call came");
        }
        if (grant.generation() < newest) {
            return Optional.of("was given generation " + grant.generation() + ", but there was " + newest);
        }
        if (rejected == null || !replay) {
            return Optional.empty();
        }
        if (grant.epoch() != rejected.epoch()) {
            return Optional.of("is replayed with the tokens of another sign-in");
        }
        return grant.generation() > rejected.generation()
                ? Optional.empty()
                : Optional.of("is replayed with the rejected token, or an older one");
    }

    /** Of what it got; 0 if it got nothing. */
    long generation() {
        return outcome.isCompletedExceptionally()
                ? 0
                : grant(outcome.join()).map(Grant::generation).orElse(0L);
    }

    private static Optional<Grant> grant(Object settled) {
        if (settled instanceof Replay replay) {
            return Optional.of(replay.grant());
        }
        return settled instanceof Grant grant ? Optional.of(grant) : Optional.empty();
    }

    /** For the log: what it got. */
    String result() {
        return what + (outcome.isCompletedExceptionally() ? " failed" : " got generation " + generation());
    }
}
