package dev.tollgate.it.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.gate.Grant;
import dev.tollgate.gate.Passage;
import dev.tollgate.source.TokenFailure;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Sign-ins and sign-outs against calls, flights and each other. */
public final class SignInRaces {

    private SignInRaces() {}

    /** A call without a usable token, while somebody signs out. */
    @JCStressTest
    @State
    @Outcome(id = "over, over, 0", expect = ACCEPTABLE, desc = "It never sees a token.")
    @Outcome(id = "unavailable, over, 0", expect = ACCEPTABLE, desc = "It never sees a token.")
    @Outcome(expect = FORBIDDEN, desc = "It waits for ever, or the session is back.")
    public static class AcquireAndSignOut {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> call = new CompletableFuture<>();

        @Actor
        public void actor1() {
            call = at.call();
        }

        @Actor
        public void actor2() {
            at.gate.signOut();
        }

        @Arbiter
        public void settle(LLL_Result result) {
            at.source.answer();
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** A call without a usable token, while somebody signs in. */
    @JCStressTest
    @State
    @Outcome(id = "at-9, at-9, 0", expect = ACCEPTABLE, desc = "It goes with the new session's token.")
    @Outcome(expect = FORBIDDEN, desc = "It is left behind, or the new session is lost.")
    public static class AcquireAndSignIn {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> call = new CompletableFuture<>();

        @Actor
        public void actor1() {
            call = at.call();
        }

        @Actor
        public void actor2() {
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Arbiter
        public void settle(LLL_Result result) {
            result.r1 = Contended.outcome(call);
            at.source.answer();
            result.r2 = at.next();
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** The result of the old session's flight, while somebody signs in. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, at-9", expect = ACCEPTABLE, desc = "It came before the sign-in.")
    @Outcome(id = "at-9, at-9", expect = ACCEPTABLE, desc = "It came too late, and is dropped.")
    @Outcome(expect = FORBIDDEN, desc = "The new session is lost.")
    public static class SignInAndLateResult {
        private final Contended at = Contended.expired();
        private final CompletableFuture<?> call = at.call();

        @Actor
        public void actor1() {
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Actor
        public void actor2() {
            at.source.answer();
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
        }
    }

    /** The result of the old session's flight, while the next session sends one of its own. */
    @JCStressTest
    @State
    @Outcome(id = "at-3, at-3, 2", expect = ACCEPTABLE, desc = "The new session's flight serves the call.")
    @Outcome(expect = FORBIDDEN, desc = "What the old session's flight brought was taken for the new one's.")
    public static class NextFlightAndLateResult {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> call = new CompletableFuture<>();

        public NextFlightAndLateResult() {
            at.call();
            at.gate.signIn(HandSource.expired("at-9"));
        }

        @Actor
        public void actor1() {
            call = at.call();
        }

        @Actor
        public void actor2() {
            at.source.answer(); // at-2, for the old session
        }

        @Arbiter
        public void settle(LLL_Result result) {
            at.source.answer();
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
            result.r3 = at.source.requests();
        }
    }

    /** The old session's flight fails for good, while somebody signs in. */
    @JCStressTest
    @State
    @Outcome(id = "over, at-9", expect = ACCEPTABLE, desc = "It failed before the sign-in.")
    @Outcome(id = "at-9, at-9", expect = ACCEPTABLE, desc = "It failed too late, which ends nothing.")
    @Outcome(expect = FORBIDDEN, desc = "The old session's end has ended the new one.")
    public static class SignInAndLateFailure {
        private final Contended at = Contended.expired();
        private final CompletableFuture<?> call = at.call();

        @Actor
        public void actor1() {
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Actor
        public void actor2() {
            at.source.fail(new TokenFailure.Terminal("invalid_grant"));
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
        }
    }

    /** A refresh ends as somebody signs out: the fence. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, over", expect = ACCEPTABLE, desc = "It ended before the sign-out.")
    @Outcome(id = "over, over", expect = ACCEPTABLE, desc = "It ended too late, and is dropped.")
    @Outcome(expect = FORBIDDEN, desc = "The refresh has brought the session back.")
    public static class SignOutAndLateResult {
        private final Contended at = Contended.expired();
        private final CompletableFuture<?> call = at.call();

        @Actor
        public void actor1() {
            at.gate.signOut();
        }

        @Actor
        public void actor2() {
            at.source.answer();
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
        }
    }

    /** Signing out and in while a flight is under way. */
    @JCStressTest
    @State
    @Outcome(id = "over, at-9", expect = ACCEPTABLE, desc = "Out, then in: the call belonged to the old session.")
    @Outcome(id = "at-9, over", expect = ACCEPTABLE, desc = "In, then out: the call got the token meanwhile.")
    @Outcome(expect = FORBIDDEN, desc = "Neither order explains it.")
    public static class SignOutAndSignIn {
        private final Contended at = Contended.expired();
        private final CompletableFuture<?> call = at.call();

        @Actor
        public void actor1() {
            at.gate.signOut();
        }

        @Actor
        public void actor2() {
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = Contended.outcome(call);
            at.source.answer();
            result.r2 = at.next();
        }
    }

    /** Signing out of the session that a token belongs to, while another one begins. */
    @JCStressTest
    @State
    @Outcome(id = "at-9", expect = ACCEPTABLE, desc = "The new session is not the one that was meant.")
    @Outcome(expect = FORBIDDEN, desc = "The sign-out has ended the wrong session.")
    public static class SignOutOfTheOldSession {
        private final Contended at = Contended.fresh();
        private final Passage sent = at.sent();
        private final Grant used = Objects.requireNonNull(sent.used());

        @Actor
        public void actor1() {
            at.gate.signOut(used);
        }

        @Actor
        public void actor2() {
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Arbiter
        public void look(L_Result result) {
            result.r1 = at.next();
        }
    }

    /** Two sign-ins. */
    @JCStressTest
    @State
    @Outcome(id = "at-8, grown", expect = ACCEPTABLE, desc = "The second one counts.")
    @Outcome(id = "at-9, grown", expect = ACCEPTABLE, desc = "The second one counts.")
    @Outcome(expect = FORBIDDEN, desc = "A generation came back, or there are no tokens.")
    public static class SignInSignIn {
        private final Contended at = Contended.fresh();
        private long seenByOne;
        private long seenByOther;

        @Actor
        public void actor1() {
            at.gate.signIn(HandSource.fresh("at-8"));
            seenByOne = at.gate.status().generation();
        }

        @Actor
        public void actor2() {
            at.gate.signIn(HandSource.fresh("at-9"));
            seenByOther = at.gate.status().generation();
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = at.next();
            long last = at.gate.status().generation();
            result.r2 = last > 1 && last >= seenByOne && last >= seenByOther ? "grown" : "came back";
        }
    }

    /** Somebody watches while a sign-in and the landing of a flight contend. */
    @JCStressTest
    @State
    @Outcome(id = "grows", expect = ACCEPTABLE, desc = "What is newer has the greater generation.")
    @Outcome(expect = FORBIDDEN, desc = "A generation came back.")
    public static class SignInAndLandingWatched {
        private final Contended at = Contended.expired();
        private long before;
        private long after;

        public SignInAndLandingWatched() {
            at.call();
        }

        @Actor
        public void actor1() {
            at.source.answer();
            at.gate.signIn(HandSource.fresh("at-9"));
        }

        @Actor
        public void actor2() {
            before = at.gate.status().generation();
            after = at.gate.status().generation();
        }

        @Arbiter
        public void look(L_Result result) {
            GateStatus last = at.gate.status();
            result.r1 = before <= after && after <= last.generation() ? "grows" : before + " then " + after;
        }
    }
}
