package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Guarantee 1: a flight that nobody waits for ends after its current attempt, and leaves nobody behind. */
class AbandonedFlightTest {

    private static final GatePolicy POLICY = GatePolicy.DEFAULTS;

    @Test
    void refreshAheadThatFailsIsNotTriedAgainByItself() {
        Rig rig = Rig.signedIn();
        rig.clock.advance(Rig.LIFE.minus(POLICY.refreshMargin()));
        rig.call();

        rig.source.fail(ScriptedSource.unavailable());
        rig.clock.advance(Duration.ofMinutes(10));

        assertThat(rig.source.grants()).hasSize(1);
        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.STALE);
        assertThat(rig.events(GateEvent.RefreshFailed.class)).hasSize(1);
    }

    @Test
    void flightWhoseWaitersLeaveDuringThePauseEndsAndTheNextCallStartsAnother() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> leaves = rig.call();
        rig.source.fail(ScriptedSource.unavailable());
        leaves.cancel(false);

        rig.clock.advance(POLICY.maxBackOff());
        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.STALE);
        assertThat(rig.events(GateEvent.RefreshFailed.class)).hasSize(1);
        assertThat(rig.source.grants()).hasSize(1);
        CompletableFuture<Grant> next = rig.call();
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(next)).isEqualTo("at-2");
    }

    @Test
    void flightWhoseWaitersLeaveDuringItsAttemptStillLands() {
        Rig rig = Rig.expired();
        rig.call().cancel(false);

        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-2");
    }

    @Test
    void callThatComesDuringThePauseKeepsTheFlightGoing() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> leaves = rig.call();
        rig.source.fail(ScriptedSource.unavailable());
        leaves.cancel(false);
        CompletableFuture<Grant> comes = rig.call();

        rig.clock.advance(POLICY.maxBackOff());
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(comes)).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(2);
    }

    @Test
    void whoBoardsAFlightThatHasJustBeenAbandonedGoesBackToTheGate() {
        Inside gate = new Inside();
        Waiter early = gate.waiter();
        gate.dispatcher.admit(early, () -> "early");
        Flight flight = ((GateState.Refreshing) gate.cell.get()).flight();
        gate.clock.runPending();
        gate.source.fail(ScriptedSource.unavailable());
        early.cancel(false);
        gate.clock.advance(POLICY.maxBackOff());

        Waiter late = gate.waiter();
        gate.dispatcher.board(late, flight, () -> "late");
        assertThat(late).isNotDone();
        gate.clock.runPending();
        gate.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(late)).isEqualTo("at-2");
    }

    @Test
    void whoBoardsWhileAFlightThatNobodyAwaitedGivesUpGoesBackToTheGate() {
        Inside gate = new Inside();
        Waiter early = gate.waiter();
        gate.dispatcher.admit(early, () -> "early");
        early.cancel(false);
        gate.clock.runPending();
        Waiter late = gate.waiter();
        gate.whileTheRuleDecides = () -> gate.dispatcher.admit(late, () -> "late");

        gate.source.fail(ScriptedSource.unavailable());
        assertThat(late).isNotDone();
        gate.clock.advance(POLICY.maxBackOff());
        gate.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(late)).isEqualTo("at-2");
    }

    /** The inside of a gate whose tokens have expired, to be at the right place at the right moment. */
    private static final class Inside {
        final ManualClock clock = new ManualClock();
        final ScriptedSource source = new ScriptedSource();
        final List<GateEvent> events = new ArrayList<>();
        final StateCell cell;
        final Dispatcher dispatcher;
        Runnable whileTheRuleDecides = () -> {};

        Inside() {
            RealmParts realm = RealmParts.of("shop", source, POLICY, clock, clock, events::add, this::random);
            cell = new StateCell(realm);
            dispatcher = new Dispatcher(
                    new GateParts(realm, SessionKey.APPLICATION), cell, new FlightScope(), new Refusals());
            cell.signIn(Rig.shortLived(Duration.ZERO));
        }

        Waiter waiter() {
            return new Waiter(CallKind.of("again"), again -> dispatcher.admit(again, () -> "again"));
        }

        private double random() {
            Runnable now = whileTheRuleDecides;
            whileTheRuleDecides = () -> {};
            now.run();
            return 0;
        }
    }
}
