package dev.tollgate.gate;

import dev.tollgate.gate.Verdict.HandOver;
import dev.tollgate.gate.Verdict.Replay;
import dev.tollgate.gate.Verdict.Why;
import dev.tollgate.source.Reason;
import dev.tollgate.source.Trigger;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call whose token was rejected, until it is known what becomes of it. */
final class RejectedCall {

    private final Passage passage;
    private final Grant used;
    private final Reason reason;
    private final boolean repeatable;
    private final Supplier<Waiter> waiters;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private @Nullable Waiter waiter; // one thread after the other, handed on by the probe's end

    /** @param repeatable whether it can be sent again */
    RejectedCall(Passage passage, Grant used, Reason reason, boolean repeatable, Supplier<Waiter> waiters) {
        this.passage = passage;
        this.used = used;
        this.reason = reason;
        this.repeatable = repeatable;
        this.waiters = waiters;
    }

    Passage passage() {
        return passage;
    }

    Grant used() {
        return used;
    }

    Reason reason() {
        return reason;
    }

    Trigger trigger() {
        return passage.trigger();
    }

    String kind() {
        return passage.kind().name();
    }

    boolean isRepeatable() {
        return repeatable;
    }

    int repeats() {
        return passage.repeats();
    }

    CompletableFuture<Verdict> verdict() {
        return verdict;
    }

    boolean isSettled() {
        return verdict.isDone();
    }

    void handOver(Why why) {
        verdict.complete(new HandOver(why));
    }

    void fail(NoToken failure) {
        verdict.completeExceptionally(failure);
    }

    /** False if its caller has left meanwhile. */
    boolean repeat() {
        return verdict.complete(new Verdict.Repeat());
    }

    /** With the tokens that this one gets, the call is sent again. Its time runs from the first time it is asked for. */
    Waiter waiter() {
        Waiter known = waiter;
        if (known != null) {
            return known;
        }
        Waiter made = waiters.get();
        waiter = made;
        made.whenComplete((grant, thrown) -> {
            if (thrown == null) {
                verdict.complete(instead(grant));
            } else {
                verdict.completeExceptionally(thrown);
            }
        });
        verdict.whenComplete((outcome, thrown) -> made.cancel(false));
        return made;
    }

    /** A token of another sign-in must not carry a call that was sent before it. */
    private Verdict instead(Grant grant) {
        if (grant.epoch() != used.epoch()) {
            return new HandOver(Why.ANOTHER_SIGN_IN);
        }
        // what a suspect call has had rejected is served on, also to whoever comes back from a flight that was
        // abandoned
        return grant.generation() > used.generation() ? new Replay(grant) : new HandOver(Why.REFUSES_FRESH_TOKENS);
    }
}
