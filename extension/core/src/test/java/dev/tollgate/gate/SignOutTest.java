package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Guarantee 7: sign-out fences. What was under way for a session that is over can not bring it back. */
class SignOutTest {

    @Test
    void refreshThatEndsAfterSignOutDoesNotBringTheSessionBack() {
        Rig rig = Rig.expired();
        rig.call();

        rig.gate.signOut();
        rig.source.answer("at-2", "rt-2");

        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(Rig.failureOf(rig.call())).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.events(GateEvent.Refreshed.class)).isEmpty();
    }

    @Test
    void refreshThatFailsAfterSignOutTellsNobody() {
        Rig rig = Rig.expired();
        rig.call();

        rig.gate.signOut();
        rig.source.fail(ScriptedSource.dead());

        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(rig.events(GateEvent.SessionEnded.class)).isEmpty();
    }

    @Test
    void waitersFailAtOnceWhenSomebodySignsOut() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        rig.gate.signOut();

        assertThat(Rig.failureOf(call))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasMessage("realm 'shop': signed out while waiting");
        assertThat(rig.waiters()).isZero();
    }

    @Test
    void waitersAreReleasedBeforeAnybodyIsInformedOfASignOut() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();
        List<Boolean> released = new ArrayList<>();
        rig.tellAlso(event -> released.add(call.isDone()));

        rig.gate.signOut();

        assertThat(rig.events(GateEvent.SignedOut.class)).hasSize(1);
        assertThat(released).containsExactly(true);
    }

    @Test
    void waitersAreReleasedBeforeAnybodyIsInformedOfASignIn() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();
        List<Boolean> released = new ArrayList<>();
        rig.tellAlso(event -> released.add(call.isDone()));

        rig.gate.signIn(ScriptedSource.tokens("at-2", "rt-2"));

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(released).containsExactly(true);
    }

    @Test
    void flightThatWasCalledOffDuringItsPauseAsksNoMore() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.fail(ScriptedSource.unavailable());

        rig.gate.signOut();
        rig.clock.advance(Rig.LIFE);

        assertThat(rig.source.grants()).hasSize(1);
        assertThat(rig.clock.timers()).isZero();
    }

    @Test
    void waitersOfAFlightGetTheTokenOfASignInThatOvertakesIt() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        assertThat(Rig.accessToken(call)).isEqualTo("at-of-bob");
        assertThat(rig.waiters()).isZero();
    }

    @Test
    void answerThatComesAfterANewSignInIsDropped() {
        Rig rig = Rig.expired();
        rig.call();

        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-of-bob");
        assertThat(rig.events(GateEvent.Refreshed.class)).isEmpty();
    }

    @Test
    void failureThatComesAfterANewSignInDoesNotEndIt() {
        Rig rig = Rig.expired();
        rig.call();

        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rig.source.fail(ScriptedSource.dead());

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-of-bob");
    }

    @Test
    void answerForAnEarlierSignInDoesNotServeTheFlightOfALaterOne() {
        Rig rig = Rig.expired();
        rig.call();
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rig.clock.advance(GatePolicy.DEFAULTS.clockSkew());
        CompletableFuture<Verdict> bobs = rig.rejected(rig.sentCall());

        rig.source.answer("at-of-alice", "rt-of-alice");
        assertThat(bobs).isNotDone();
        rig.source.answer("at-of-bob-2", "rt-of-bob-2");

        assertThat(Rig.accessToken(bobs.join())).isEqualTo("at-of-bob-2");
    }

    @Test
    void signOutOfAnEarlierSignInDoesNothing() {
        Rig rig = Rig.signedIn();
        Grant ofAlice = rig.call().join();
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        rig.gate.signOut(ofAlice);

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-of-bob");
        assertThat(rig.events(GateEvent.SignedOut.class)).isEmpty();
    }

    @Test
    void signOutWithATokenThatHasBeenRefreshedSinceEndsTheSameSignIn() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();
        rig.source.answer("at-2", "rt-2");
        Grant used = call.join();
        rig.rejected(rig.sentCall());
        rig.source.answer("at-3", "rt-3");

        rig.gate.signOut(used);

        assertThat(Rig.failureOf(rig.call())).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.events(GateEvent.SignedOut.class)).hasSize(1);
    }

    @Test
    void signOutOfNobodyIsNotTold() {
        Rig rig = new Rig();

        rig.gate.signOut();
        rig.gate.close();

        assertThat(rig.events(GateEvent.SignedOut.class)).isEmpty();
    }

    @Test
    void whoSignsOutOfEachOthersRealmsComesToAnEnd() {
        Rig shop = Rig.signedIn();
        Rig bank = Rig.signedIn();
        shop.tellAlso(event -> signOutToo(event, bank));
        bank.tellAlso(event -> signOutToo(event, shop));

        shop.gate.signOut();

        assertThat(shop.events(GateEvent.SignedOut.class)).hasSize(1);
        assertThat(bank.events(GateEvent.SignedOut.class)).hasSize(1);
    }

    private static void signOutToo(GateEvent event, Rig other) {
        if (event instanceof GateEvent.SignedOut) {
            other.gate.signOut();
        }
    }

    @Test
    void signOutOfASessionThatIsOverIsTold() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.fail(ScriptedSource.dead());

        rig.gate.signOut();

        assertThat(rig.events(GateEvent.SignedOut.class)).hasSize(1);
    }

    @Test
    void sourceThatCanAcquireDoesSoAgainAfterSignOut() {
        Rig rig = Rig.signedIn();
        rig.source.thatCanAcquire();
        rig.gate.signOut();

        CompletableFuture<Grant> call = rig.call();
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(rig.source.grants()).containsExactly("acquire");
    }
}
