package dev.tollgate.gate;

import dev.tollgate.gate.Verdict.HandOver;
import dev.tollgate.gate.Verdict.Why;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * A sign-in that has come while the token source was asked, on a thread without the mark of its flight. It may be that of a
 * user, or the source's own on a thread that it has taken elsewhere: it is the source's own if that answers the same token.
 * Calls that were rejected before wait for this answer, for they are replayed within the same sign-in only.
 *
 * @param epoch the number of the sign-in before
 * @param ofTheSource whether the source has answered the same token
 */
record SignInDoubt(long epoch, CompletableFuture<Boolean> ofTheSource) {

    /** What is to be doubted of a sign-in with {@code tokens} in {@code state}; empty if no source is asked. */
    static Optional<SignInDoubt> in(GateState state, TokenSet tokens) {
        return state instanceof GateState.Refreshing refreshing
                ? refreshing
                        .flight()
                        .asked()
                        .map(answer -> new SignInDoubt(
                                state.epoch(),
                                answer.handle((brought, thrown) ->
                                        brought != null && brought.accessToken().equals(tokens.accessToken()))))
                : Optional.empty();
    }

    /** Whether a call that was sent with {@code used} waits for the answer, which was rejected in the sign-in before. */
    boolean concerns(Grant used, Verdict verdict) {
        return used.epoch() == epoch && verdict.equals(new HandOver(Why.ANOTHER_SIGN_IN));
    }

    /** Settles {@code call} by the answer of the source; as {@code otherwise} if there is none in {@code patience}. */
    void settle(
            CompletableFuture<Verdict> call,
            Supplier<Verdict> ifItsOwn,
            Verdict otherwise,
            GateThreads threads,
            Duration patience) {
        ofTheSource.thenAccept(own -> call.complete(own ? ifItsOwn.get() : otherwise));
        if (!call.isDone()) {
            try {
                GateThreads.Timer timer = threads.later(patience, () -> call.complete(otherwise));
                call.whenComplete((verdict, thrown) -> timer.cancel());
            } catch (RejectedExecutionException e) {
                call.complete(otherwise);
            }
        }
    }
}
