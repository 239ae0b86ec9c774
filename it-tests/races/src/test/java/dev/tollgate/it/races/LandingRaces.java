package dev.tollgate.it.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.tollgate.gate.OwnFlight;
import dev.tollgate.source.TokenFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** The end of a flight, against everything that can happen to those who wait for it. */
public final class LandingRaces {

    private LandingRaces() {}

    /** A flight lands as a waiter's time is up. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, at-2, 0", expect = ACCEPTABLE, desc = "Just in time.")
    @Outcome(id = "unavailable, at-2, 0", expect = ACCEPTABLE, desc = "Too late for this one.")
    @Outcome(expect = FORBIDDEN, desc = "The flight is lost, or a waiter or a timer is left behind.")
    public static class LandingAndDeadline {
        private final Contended at = Contended.expired();
        private final CompletableFuture<?> call = at.call();

        public LandingAndDeadline() {
            at.time.pass(Contended.POLICY.waitTimeout());
        }

        @Actor
        public void actor1() {
            at.source.answer();
        }

        @Actor
        public void actor2() {
            at.time.ring();
        }

        @Arbiter
        public void look(LLL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** A flight lands as the time of its attempt is up; the refresh token can not be sent again. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, at-2, 0", expect = ACCEPTABLE, desc = "Just in time.")
    @Outcome(id = "over, over, 0", expect = ACCEPTABLE, desc = "Its outcome counts as unknown.")
    @Outcome(expect = FORBIDDEN, desc = "Both, or neither.")
    public static class LandingAndAttemptTimeout {
        private static final Duration ATTEMPT = Duration.ofSeconds(5);
        private final Contended at = Contended.expired(Contended.POLICY.withAttemptTimeout(ATTEMPT));
        private final CompletableFuture<?> call = at.call();

        public LandingAndAttemptTimeout() {
            at.time.pass(ATTEMPT);
        }

        @Actor
        public void actor1() {
            at.source.answer();
        }

        @Actor
        public void actor2() {
            at.time.ring();
        }

        @Arbiter
        public void look(LLL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** A flight lands as a waiter leaves. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, at-2, 0", expect = ACCEPTABLE, desc = "It left too late.")
    @Outcome(id = "CancellationException, at-2, 0", expect = ACCEPTABLE, desc = "It left alone.")
    @Outcome(expect = FORBIDDEN, desc = "It took another one or the flight with it, or is still counted.")
    public static class LandingAndCancel {
        private final Contended at = Contended.expired();
        private final CompletableFuture<?> leaves = at.call();
        private final CompletableFuture<?> stays = at.call();

        @Actor
        public void actor1() {
            at.source.answer();
        }

        @Actor
        public void actor2() {
            leaves.cancel(true);
        }

        @Arbiter
        public void look(LLL_Result result) {
            result.r1 = Contended.outcome(leaves);
            result.r2 = Contended.outcome(stays);
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** A flight lands as a call wants to board it. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, 1, 0", expect = ACCEPTABLE, desc = "Seated or served.")
    @Outcome(expect = FORBIDDEN, desc = "Left behind, or a second flight.")
    public static class LandingAndBoarding {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> call = new CompletableFuture<>();

        public LandingAndBoarding() {
            at.call();
        }

        @Actor
        public void actor1() {
            at.source.answer();
        }

        @Actor
        public void actor2() {
            call = at.call();
        }

        @Arbiter
        public void look(LLL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.source.requests();
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** A flight ends the session as a call wants to board it. */
    @JCStressTest
    @State
    @Outcome(id = "over, 1, 0", expect = ACCEPTABLE, desc = "The same failure from the flight and from the gate.")
    @Outcome(expect = FORBIDDEN, desc = "Left behind, or the dead refresh token was sent again.")
    public static class SessionEndAndBoarding {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> call = new CompletableFuture<>();

        public SessionEndAndBoarding() {
            at.call();
        }

        @Actor
        public void actor1() {
            at.source.fail(new TokenFailure.Terminal("invalid_grant"));
        }

        @Actor
        public void actor2() {
            call = at.call();
        }

        @Arbiter
        public void look(LLL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.source.requests();
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** A flight that nobody waits for gives up, as a call comes that does. */
    @JCStressTest
    @State
    @Outcome(id = "at-2, 2", expect = ACCEPTABLE, desc = "The call rides it out, in this flight or the next.")
    @Outcome(expect = FORBIDDEN, desc = "The call is left behind by the flight that gave up.")
    public static class GivingUpAndBoarding {
        private final Contended at = Contended.fresh();
        private CompletableFuture<?> call = new CompletableFuture<>();

        public GivingUpAndBoarding() {
            at.time.pass(Duration.ofMinutes(4).plusSeconds(50));
            at.call(); // a refresh ahead
            at.time.pass(Duration.ofSeconds(10));
        }

        @Actor
        public void actor1() {
            at.source.fail(new TokenFailure.Transient("503", null));
        }

        @Actor
        public void actor2() {
            call = at.call();
        }

        @Arbiter
        public void settle(LL_Result result) {
            at.time.pass(Duration.ofMillis(100)); // the back-off
            at.time.ring();
            at.source.answer();
            result.r1 = Contended.outcome(call);
            result.r2 = at.source.requests();
        }
    }

    /** A flight fails for all who wait, as a call comes. */
    @JCStressTest
    @State
    @Outcome(
            id = "unavailable, unavailable, 0",
            expect = ACCEPTABLE,
            desc = "The flight's failure, or the pause after it.")
    @Outcome(expect = FORBIDDEN, desc = "Left behind.")
    public static class FailFastAndBoarding {
        private final Contended at = Contended.expired(Contended.POLICY.withFailFast(true));
        private final CompletableFuture<?> first = at.call();
        private CompletableFuture<?> second = new CompletableFuture<>();

        @Actor
        public void actor1() {
            at.source.fail(new TokenFailure.Transient("503", null));
        }

        @Actor
        public void actor2() {
            second = at.call();
        }

        @Arbiter
        public void look(LLL_Result result) {
            result.r1 = Contended.outcome(first);
            result.r2 = Contended.outcome(second);
            result.r3 = at.gate.status().waiters() + at.time.timers();
        }
    }

    /** The application's own flight lands as somebody says that it has failed. */
    @JCStressTest
    @State
    @Outcome(id = "at-own, at-own", expect = ACCEPTABLE, desc = "It landed.")
    @Outcome(id = "over, over", expect = ACCEPTABLE, desc = "It failed.")
    @Outcome(expect = FORBIDDEN, desc = "Both, or neither.")
    public static class OwnLandingAndFailure {
        private final Contended at = Contended.expired();
        private final OwnFlight own = at.gate.open(Contended.TRIGGER).orElseThrow();
        private final CompletableFuture<?> call = at.call();

        @Actor
        public void actor1() {
            own.land(HandSource.fresh("at-own"));
        }

        @Actor
        public void actor2() {
            own.fail(new TokenFailure.Terminal("invalid_grant"));
        }

        @Arbiter
        public void look(LL_Result result) {
            result.r1 = Contended.outcome(call);
            result.r2 = at.next();
        }
    }
}
