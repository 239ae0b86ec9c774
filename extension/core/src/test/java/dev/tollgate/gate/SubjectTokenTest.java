package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.Trigger;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tokens that are had in exchange for that of the caller: what is done in a session on behalf of nobody can not have new
 * ones, and must not end the session of those who can.
 */
class SubjectTokenTest {

    private static final Trigger NOBODY = () -> "Realm.tokens";
    private static final Trigger CALLER = new Trigger() {
        @Override
        public String describe() {
            return "ShopClient.orders";
        }

        @Override
        public Optional<String> subjectToken() {
            return Optional.of("subject-token");
        }
    };

    private final ManualClock clock = new ManualClock();
    private final ScriptedSource source = new Exchanging().thatCanAcquire();
    private final TokenGate gate =
            TokenGate.of("shop", SessionKey.APPLICATION, source, GatePolicy.DEFAULTS, clock, clock, event -> {});

    @BeforeEach
    void somebodyHasCalled() {
        CompletableFuture<Grant> call = acquired(gate.enter(CALLER));
        source.answer("at-1", "");
        assertThat(Rig.accessToken(call)).isEqualTo("at-1");
    }

    @Test
    void nobodyIsToldSoWhenTheTokenHasExpired() {
        clock.advance(Rig.LIFE);

        assertThat(Rig.failureOf(acquired(gate.enter(NOBODY))))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasMessage("realm 'shop': Realm.tokens is not on behalf of anybody whose token could be exchanged");
        callerGetsNewToken();
    }

    @Test
    void nobodyIsServedWhileTheTokenIsGoodAndCausesNoRefresh() {
        clock.advance(Rig.LIFE.minusSeconds(5));

        assertThat(Rig.accessToken(acquired(gate.enter(NOBODY)))).isEqualTo("at-1");
        assertThat(source.unanswered()).isZero();
        assertThat(gate.status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    @Test
    void nobodyCanNotRefresh() {
        refused(gate.refresh(NOBODY));
    }

    @Test
    void rejectedCallOfNobodyIsNotReplayed() {
        Passage passage = gate.enter(NOBODY);
        acquired(passage);

        refused(passage.verdict());
    }

    @Test
    void tokenThatNobodyCallsExpiredIsNotReplaced() {
        Passage passage = gate.enter(NOBODY);
        acquired(passage);

        refused(passage.acquireNewer());
    }

    private void refused(CompletionStage<?> wish) {
        clock.runPending();
        assertThat(Rig.failureOf(wish.toCompletableFuture()))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasMessageEndingWith("is not on behalf of anybody whose token could be exchanged");
        assertThat(Rig.accessToken(acquired(gate.enter(CALLER)))).isEqualTo("at-1");
    }

    private void callerGetsNewToken() {
        CompletableFuture<Grant> call = acquired(gate.enter(CALLER));
        source.answer("at-2", "");
        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    private CompletableFuture<Grant> acquired(Passage passage) {
        CompletionStage<Grant> grant = passage.acquire();
        clock.runPending();
        return grant.toCompletableFuture();
    }

    /** As one for token exchange does, it says so where there is nothing to exchange. */
    private static final class Exchanging extends ScriptedSource {
        @Override
        public boolean needsSubjectToken() {
            return true;
        }

        @Override
        public synchronized CompletionStage<TokenSet> acquire(TokenRequest request) {
            return request.trigger().subjectToken().isPresent()
                    ? super.acquire(request)
                    : CompletableFuture.failedFuture(new TokenFailure.Terminal("nobody"));
        }
    }
}
