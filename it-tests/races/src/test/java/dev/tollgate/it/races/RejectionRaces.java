package dev.tollgate.it.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.tollgate.gate.Passage;
import dev.tollgate.gate.Verdict;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ILL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A rejected token causes a refresh only while it is the current one. */
public final class RejectionRaces {

    private RejectionRaces() {}

    private static CompletableFuture<Verdict> reject(Passage passage) {
        return passage.verdict().toCompletableFuture();
    }

    /** Two calls that were sent with the same token. */
    @JCStressTest
    @State
    @Outcome(id = "1, at-2, at-2", expect = ACCEPTABLE, desc = "One refresh, two replays.")
    @Outcome(expect = FORBIDDEN, desc = "A refresh for each, or a replay with the dead token.")
    public static class SameGeneration {
        private final Contended at = Contended.fresh();
        private final Passage first = at.sent();
        private final Passage second = at.sent();
        private CompletableFuture<?> one = new CompletableFuture<>();
        private CompletableFuture<?> other = new CompletableFuture<>();

        @Actor
        public void actor1() {
            one = reject(first);
        }

        @Actor
        public void actor2() {
            other = reject(second);
        }

        @Arbiter
        public void settle(ILL_Result result) {
            while (at.source.answer()) {
                // all flights
            }
            result.r1 = at.source.requests();
            result.r2 = Contended.outcome(one);
            result.r3 = Contended.outcome(other);
        }
    }

    /** A late 401 to an old token, and a 401 to the current one. */
    @JCStressTest
    @State
    @Outcome(id = "2, at-2, at-3", expect = ACCEPTABLE, desc = "The old one is replayed with the token at hand.")
    @Outcome(id = "2, at-3, at-3", expect = ACCEPTABLE, desc = "The token at hand was rejected first.")
    @Outcome(expect = FORBIDDEN, desc = "The late 401 has caused a refresh, or somebody is left behind.")
    public static class OldAndNewGeneration {
        private final Contended at = Contended.fresh();
        private final Passage old = at.sent();
        private final Passage current;
        private CompletableFuture<?> late = new CompletableFuture<>();
        private CompletableFuture<?> prompt = new CompletableFuture<>();

        public OldAndNewGeneration() {
            at.gate.refresh(Contended.TRIGGER);
            at.source.answer();
            current = at.sent();
        }

        @Actor
        public void actor1() {
            late = reject(old);
        }

        @Actor
        public void actor2() {
            prompt = reject(current);
        }

        @Arbiter
        public void settle(ILL_Result result) {
            while (at.source.answer()) {
                // all flights
            }
            result.r1 = at.source.requests();
            result.r2 = Contended.outcome(late);
            result.r3 = Contended.outcome(prompt);
        }
    }

    /** A 401, while the refresh ahead that will replace the token comes back. */
    @JCStressTest
    @State
    @Outcome(id = "1, at-2", expect = ACCEPTABLE, desc = "The one refresh serves the replay.")
    @Outcome(expect = FORBIDDEN, desc = "A second refresh, or no replay.")
    public static class RejectedAndLanding {
        private final Contended at = Contended.fresh();
        private final Passage sent = at.sent();
        private CompletableFuture<?> call = new CompletableFuture<>();

        public RejectedAndLanding() {
            at.gate.refresh(Contended.TRIGGER);
        }

        @Actor
        public void actor1() {
            call = reject(sent);
        }

        @Actor
        public void actor2() {
            at.source.answer();
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = at.source.requests();
            result.r2 = Contended.outcome(call);
        }
    }

    /** A 401, and a call that would be sent with the rejected token. */
    @JCStressTest
    @State
    @Outcome(id = "1, at-2, at-1", expect = ACCEPTABLE, desc = "The call was faster than the 401.")
    @Outcome(id = "1, at-2, at-2", expect = ACCEPTABLE, desc = "The call waits for the new token.")
    @Outcome(expect = FORBIDDEN, desc = "A second refresh, or somebody without a token.")
    public static class RejectedAndAcquire {
        private final Contended at = Contended.fresh();
        private final Passage sent = at.sent();
        private CompletableFuture<?> rejected = new CompletableFuture<>();
        private CompletableFuture<?> call = new CompletableFuture<>();

        @Actor
        public void actor1() {
            rejected = reject(sent);
        }

        @Actor
        public void actor2() {
            call = at.call();
        }

        @Arbiter
        public void settle(ILL_Result result) {
            while (at.source.answer()) {
                // all flights
            }
            result.r1 = at.source.requests();
            result.r2 = Contended.outcome(rejected);
            result.r3 = Contended.outcome(call);
        }
    }

    /** A 401 to a call of a session that ends. */
    @JCStressTest
    @State
    @Outcome(id = "401, over", expect = ACCEPTABLE, desc = "The session had ended: the 401 reaches the caller.")
    @Outcome(id = "over, over", expect = ACCEPTABLE, desc = "The session has ended while the call waited.")
    @Outcome(expect = FORBIDDEN, desc = "A replay or a token after the end of the session.")
    public static class RejectedAndSignOut {
        private final Contended at = Contended.fresh();
        private final Passage sent = at.sent();
        private CompletableFuture<?> call = new CompletableFuture<>();

        @Actor
        public void actor1() {
            call = reject(sent);
        }

        @Actor
        public void actor2() {
            at.gate.signOut();
        }

        @Arbiter
        public void settle(LL_Result result) {
            at.source.answer();
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
        }
    }

    /** A 401 to a call of a session that is signed out of, and another one follows. */
    @JCStressTest
    @State
    @Outcome(id = "401, at-9", expect = ACCEPTABLE, desc = "Nothing of another sign-in carries the call.")
    @Outcome(id = "over, at-9", expect = ACCEPTABLE, desc = "The session has ended while the call waited.")
    @Outcome(expect = FORBIDDEN, desc = "The call was replayed for somebody else, or the new session is lost.")
    public static class RejectedAndNextSession {
        private final Contended at = Contended.fresh();
        private final Passage sent = at.sent();
        private CompletableFuture<?> call = new CompletableFuture<>();

        @Actor
        public void actor1() {
            call = reject(sent);
        }

        @Actor
        public void actor2() {
            at.gate.signOut();
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Arbiter
        public void settle(LL_Result result) {
            at.source.answer();
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
        }
    }

    /** A 401 to a call of a session that another one follows. */
    @JCStressTest
    @State
    @Outcome(id = "401, at-9", expect = ACCEPTABLE, desc = "The token of another sign-in does not carry the call.")
    @Outcome(expect = FORBIDDEN, desc = "The call was replayed for somebody else, or the new session is lost.")
    public static class RejectedAndSignIn {
        private final Contended at = Contended.fresh();
        private final Passage sent = at.sent();
        private CompletableFuture<?> call = new CompletableFuture<>();

        @Actor
        public void actor1() {
            call = reject(sent);
        }

        @Actor
        public void actor2() {
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Arbiter
        public void settle(LL_Result result) {
            at.source.answer();
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
        }
    }
}
