package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A call that was given its token long before it is sent: meanwhile there may be a newer one. */
class LateDepartureTest {

    @Test
    void callThatLeavesLateTakesTheNewerToken() {
        Rig rig = Rig.signedIn();
        Passage late = rig.sentCall();
        refresh(rig, "at-2");

        assertThat(late.newer())
                .get()
                .extracting(grant -> grant.tokens().accessToken())
                .isEqualTo("at-2");
    }

    @Test
    void tokenThatWasTakenLateIsTheOneThatIsRejected() {
        Rig rig = Rig.signedIn();
        Passage late = rig.sentCall();
        refresh(rig, "at-2");
        late.newer();

        CompletableFuture<Verdict> verdict = rig.rejected(late);
        assertThat(verdict).as("the current token was rejected").isNotDone();
        rig.source.answer("at-3", "rt-3");

        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-3");
    }

    @Test
    void callKeepsItsTokenWhereThereIsNoNewerOne() {
        Rig rig = Rig.signedIn();
        Passage late = rig.sentCall();

        assertThat(late.newer()).isEmpty();
    }

    @Test
    void callOfAnEarlierSignInKeepsItsToken() {
        Rig rig = Rig.signedIn();
        Passage late = rig.sentCall();
        rig.gate.signOut();
        rig.gate.signIn(ScriptedSource.tokens("at-of-somebody-else", "rt-2"));

        assertThat(late.newer()).isEmpty();
    }

    @Test
    void newerTokenThatHasExpiredItselfIsNotTakenAndNotRefreshed() {
        Rig rig = Rig.signedIn();
        Passage late = rig.sentCall();
        refresh(rig, "at-2");
        int grants = rig.source.grants().size();
        rig.clock.advance(Rig.LIFE);

        assertThat(late.newer()).isEmpty();
        rig.clock.runPending();
        assertThat(rig.source.grants()).hasSize(grants);
    }

    private static void refresh(Rig rig, String token) {
        rig.gate.refresh(() -> "Realm.refresh");
        rig.clock.runPending();
        rig.source.answer(token, "rt-of-" + token);
        rig.clock.runPending();
    }
}
