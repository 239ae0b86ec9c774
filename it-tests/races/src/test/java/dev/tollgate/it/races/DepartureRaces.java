package dev.tollgate.it.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.tollgate.gate.OwnFlight;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ILL_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** At most one flight, whoever wants one at the same time. */
public final class DepartureRaces {

    private DepartureRaces() {}

    /** Two calls without a usable token. */
    @JCStressTest
    @State
    @Outcome(id = "1, at-2, at-2", expect = ACCEPTABLE, desc = "One flight for both.")
    @Outcome(expect = FORBIDDEN, desc = "A second flight, or a call without its token.")
    public static class AcquireAcquire {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> one = new CompletableFuture<>();
        private CompletableFuture<?> other = new CompletableFuture<>();

        @Actor
        public void actor1() {
            one = at.call();
        }

        @Actor
        public void actor2() {
            other = at.call();
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

    /** Two calls with a token that is near its expiry. */
    @JCStressTest
    @State
    @Outcome(id = "1, at-1, at-1", expect = ACCEPTABLE, desc = "Both go on; one refresh ahead.")
    @Outcome(expect = FORBIDDEN, desc = "Two refreshes, or a call that waits.")
    public static class AheadAhead {
        private final Contended at = Contended.fresh();
        private CompletableFuture<?> one = new CompletableFuture<>();
        private CompletableFuture<?> other = new CompletableFuture<>();

        public AheadAhead() {
            at.time.pass(Duration.ofMinutes(4).plusSeconds(45));
        }

        @Actor
        public void actor1() {
            one = at.call();
        }

        @Actor
        public void actor2() {
            other = at.call();
        }

        @Arbiter
        public void look(ILL_Result result) {
            result.r1 = at.source.requests();
            result.r2 = Contended.outcome(one);
            result.r3 = Contended.outcome(other);
        }
    }

    /** A call that needs a token, and a refresh that is asked for. */
    @JCStressTest
    @State
    @Outcome(id = "1, at-2, at-2", expect = ACCEPTABLE, desc = "One flight for both.")
    @Outcome(expect = FORBIDDEN, desc = "A second flight, or somebody without a token.")
    public static class AcquireRefresh {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> call = new CompletableFuture<>();
        private CompletableFuture<?> refresh = new CompletableFuture<>();

        @Actor
        public void actor1() {
            call = at.call();
        }

        @Actor
        public void actor2() {
            refresh = at.gate.refresh(Contended.TRIGGER).toCompletableFuture();
        }

        @Arbiter
        public void settle(ILL_Result result) {
            while (at.source.answer()) {
                // all flights
            }
            result.r1 = at.source.requests();
            result.r2 = Contended.outcome(call);
            result.r3 = Contended.outcome(refresh);
        }
    }

    /** A call that needs a token, and an application that refreshes by itself. */
    @JCStressTest
    @State
    @Outcome(id = "own, 0, at-own", expect = ACCEPTABLE, desc = "The call waits for the application's refresh.")
    @Outcome(id = "refused, 1, at-2", expect = ACCEPTABLE, desc = "The application is told that one is under way.")
    @Outcome(expect = FORBIDDEN, desc = "Two refreshes, or none.")
    public static class AcquireOwnFlight {
        private final Contended at = Contended.expired();
        private CompletableFuture<?> call = new CompletableFuture<>();
        private Optional<OwnFlight> own = Optional.empty();

        @Actor
        public void actor1() {
            call = at.call();
        }

        @Actor
        public void actor2() {
            own = at.gate.open(Contended.TRIGGER);
        }

        @Arbiter
        public void settle(LLL_Result result) {
            own.ifPresent(flight -> flight.land(HandSource.fresh("at-own")));
            result.r1 = own.isPresent() ? "own" : "refused";
            result.r2 = at.source.requests();
            at.source.answer();
            result.r3 = Contended.outcome(call);
        }
    }

    /** One seat, two calls. */
    @JCStressTest
    @State
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "One waits, the other one is told that it is too many.")
    @Outcome(
            id = "0",
            expect = ACCEPTABLE,
            desc = "Both have seen each other, and both have left: not more than allowed.")
    @Outcome(expect = FORBIDDEN, desc = "More wait than may.")
    public static class LastSeat {
        private final Contended at = Contended.expired(Contended.POLICY.withMaxWaiters(1));

        @Actor
        public void actor1() {
            at.call();
        }

        @Actor
        public void actor2() {
            at.call();
        }

        @Arbiter
        public void look(I_Result result) {
            result.r1 = at.gate.status().waiters();
        }
    }
}
