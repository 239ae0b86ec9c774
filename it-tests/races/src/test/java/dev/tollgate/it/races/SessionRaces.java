package dev.tollgate.it.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.tollgate.gate.TokenGate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Many sessions: the sweep against those who come, and the runways that all share. */
public final class SessionRaces {

    private SessionRaces() {}

    /** An idle gate is swept away while its session signs in. */
    @JCStressTest
    @State
    @Outcome(id = "at-9", expect = ACCEPTABLE, desc = "The sign-in outlives the sweep.")
    @Outcome(expect = FORBIDDEN, desc = "The session was forgotten as it signed in.")
    public static class SweepAndSignIn {
        private final Sessions at = Sessions.idle();

        @Actor
        public void actor1() {
            at.time.ring();
        }

        @Actor
        public void actor2() {
            at.gates.signIn(Sessions.ANN, HandSource.fresh("at-9"));
        }

        @Arbiter
        public void look(L_Result result) {
            result.r1 = at.next(Sessions.ANN);
        }
    }

    /** An idle gate is swept away while somebody makes room for a session that there is no room for. */
    @JCStressTest
    @State
    @Outcome(id = "at-9, at-8", expect = ACCEPTABLE, desc = "There was room for both in the end.")
    @Outcome(expect = FORBIDDEN, desc = "A signed-in session had to make room.")
    public static class RoomAndSignIn {
        private final Sessions at = Sessions.idleWithRoomFor(2);

        @Actor
        public void actor1() {
            at.gates.signIn(Sessions.ANN, HandSource.fresh("at-9"));
        }

        @Actor
        public void actor2() {
            at.gates.signIn(Sessions.BEN, HandSource.fresh("at-8"));
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = at.next(Sessions.ANN);
            result.r2 = at.next(Sessions.BEN);
        }
    }

    /** An idle gate is swept away while it is looked for and used. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, at-2, 1", expect = ACCEPTABLE, desc = "The gate was used, and stays.")
    @Outcome(id = "none, at-2, 1", expect = ACCEPTABLE, desc = "There was none any more; the next call makes one.")
    @Outcome(
            id = "at-2, at-3, 2",
            expect = ACCEPTABLE,
            desc = "The gate was forgotten; the next call makes another one.")
    @Outcome(expect = FORBIDDEN, desc = "The call was left behind.")
    public static class SweepAndFind {
        private final Sessions at = Sessions.idle();
        private Optional<CompletableFuture<?>> call = Optional.empty();

        @Actor
        public void actor1() {
            at.time.ring();
        }

        @Actor
        public void actor2() {
            Optional<TokenGate> gate = at.gates.find(Sessions.ANN);
            call = gate.map(found -> found.enter(Contended.TRIGGER).acquire().toCompletableFuture());
        }

        @Arbiter
        public void settle(LLL_Result result) {
            at.source.answer();
            result.r1 = call.map(Contended::outcome).orElse("none");
            result.r2 = at.next(Sessions.ANN);
            result.r3 = at.source.requests();
        }
    }

    /** Two come for the same session at once, which nobody has asked for before. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, at-2, 1", expect = ACCEPTABLE, desc = "One gate, one flight.")
    @Outcome(expect = FORBIDDEN, desc = "Two gates for one session.")
    public static class FirstCalls {
        private final Sessions at = Sessions.none();
        private CompletableFuture<?> one = new CompletableFuture<>();
        private CompletableFuture<?> other = new CompletableFuture<>();

        @Actor
        public void actor1() {
            one = at.call(Sessions.ANN);
        }

        @Actor
        public void actor2() {
            other = at.call(Sessions.ANN);
        }

        @Arbiter
        public void settle(LLL_Result result) {
            while (at.source.answer()) {
                // all flights
            }
            result.r1 = Contended.outcome(one);
            result.r2 = Contended.outcome(other);
            result.r3 = at.source.requests();
        }
    }

    /** One runway, two sessions. */
    @JCStressTest
    @State
    @Outcome(id = "1, served, served", expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one never.")
    public static class OneRunway {
        private final Sessions at = Sessions.withOneRunway();
        private CompletableFuture<?> one = new CompletableFuture<>();
        private CompletableFuture<?> other = new CompletableFuture<>();

        @Actor
        public void actor1() {
            one = at.call(Sessions.ANN);
        }

        @Actor
        public void actor2() {
            other = at.call(Sessions.BEN);
        }

        @Arbiter
        public void settle(LLL_Result result) {
            while (at.source.answer()) {
                // the runway is handed on
            }
            result.r1 = at.source.mostAtOnce();
            result.r2 = Sessions.served(one);
            result.r3 = Sessions.served(other);
        }
    }

    /** The runway becomes free as the next flight comes. */
    @JCStressTest
    @State
    @Outcome(id = "1, served, served", expect = ACCEPTABLE, desc = "The next one takes off.")
    @Outcome(expect = FORBIDDEN, desc = "It waits for a runway that nobody uses.")
    public static class LeavingAndEntering {
        private final Sessions at = Sessions.withOneRunway();
        private final CompletableFuture<?> first = at.call(Sessions.ANN);
        private CompletableFuture<?> second = new CompletableFuture<>();

        @Actor
        public void actor1() {
            at.source.answer();
        }

        @Actor
        public void actor2() {
            second = at.call(Sessions.BEN);
        }

        @Arbiter
        public void settle(LLL_Result result) {
            at.source.answer();
            result.r1 = at.source.mostAtOnce();
            result.r2 = Sessions.served(first);
            result.r3 = Sessions.served(second);
        }
    }

    /** The runway becomes free as the session of the next flight ends. */
    @JCStressTest
    @State
    @Outcome(
            id = "over, served",
            expect = ACCEPTABLE,
            desc = "The runway is handed on past the flight that was called off.")
    @Outcome(expect = FORBIDDEN, desc = "A flight that was called off keeps the runway.")
    public static class LeavingAndSignOut {
        private final Sessions at = Sessions.withOneRunway();
        private final CompletableFuture<?> calledOff;

        public LeavingAndSignOut() {
            at.call(Sessions.ANN);
            calledOff = at.call(Sessions.BEN);
        }

        @Actor
        public void actor1() {
            at.source.answer();
        }

        @Actor
        public void actor2() {
            at.gates.of(Sessions.BEN).signOut();
        }

        @Arbiter
        public void settle(LL_Result result) {
            result.r1 = Contended.outcome(calledOff);
            while (at.source.answer()) {
                // whatever took off
            }
            CompletableFuture<?> next = at.call(Sessions.EVE);
            at.source.answer();
            result.r2 = Sessions.served(next);
        }
    }
}
