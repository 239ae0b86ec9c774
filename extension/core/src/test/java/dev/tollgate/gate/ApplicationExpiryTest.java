package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Reason;
import dev.tollgate.token.TokenSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The application counts a token as expired that looks good to the gate (defects W4 and W5 of the model). */
class ApplicationExpiryTest {

    @Test
    void tokenIsReplacedOnceForAllWhoSaySo() {
        Rig rig = Rig.signedIn();
        List<CompletableFuture<Grant>> calls = new ArrayList<>();
        List<Passage> passages = List.of(rig.sentCall(), rig.sentCall(), rig.sentCall());
        passages.forEach(passage -> calls.add(newer(rig, passage)));

        rig.source.answer("at-2", "rt-2");

        assertThat(rig.source.grants()).containsExactly("refresh rt-1");
        assertThat(calls).allSatisfy(call -> assertThat(Rig.accessToken(call)).isEqualTo("at-2"));
        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void whoSaysSoLateGetsTheTokenThatIsAlreadyNew() {
        Rig rig = Rig.signedIn();
        Passage early = rig.sentCall();
        Passage late = rig.sentCall();
        newer(rig, early);
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(newer(rig, late))).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void nobodyIsServedTheOldTokenMeanwhile() {
        Rig rig = Rig.signedIn();
        newer(rig, rig.sentCall());

        assertThat(rig.call()).isNotDone();
    }

    @Test
    void sessionIsOverWhereNothingCanReplaceTheToken() {
        Rig rig = new Rig();
        rig.gate.signIn(TokenSet.of("at").build());

        assertThat(Rig.failureOf(newer(rig, rig.sentCall()))).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.events(GateEvent.SessionEnded.class)).hasSize(1);
    }

    @Test
    void failureOfTheRefreshIsTheFailureOfTheCall() {
        Rig rig = Rig.signedIn();
        CompletableFuture<Grant> call = newer(rig, rig.sentCall());
        rig.source.fail(ScriptedSource.dead());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
    }

    private static CompletableFuture<Grant> newer(Rig rig, Passage passage) {
        CompletableFuture<Grant> newer = passage.acquireNewer().toCompletableFuture();
        rig.clock.runPending();
        return newer;
    }
}
