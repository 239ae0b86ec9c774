package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a token source does wrong, its gate's callers get a clear failure and the gate does not hang. */
class GateSourceFailureTest {

    private static final GatePolicy STRICT = GatePolicy.DEFAULTS.withRotation(Rotation.STRICT);
    private static final GatePolicy ENDLESS = GatePolicy.DEFAULTS.withRotation(Rotation.NONE);

    private final ManualClock clock = new ManualClock();

    @Test
    void unclassifiedExceptionOfARefreshIsAnUnknownOutcome() {
        assertThat(callThrough(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasCauseInstanceOf(TokenFailure.OutcomeUnknown.class)
                .hasMessageContaining("IllegalStateException in the token source")
                .hasRootCauseMessage("a bug");
    }

    @Test
    void errorOfASourceIsAFailureToo() {
        assertThat(callThrough(() -> {
                    throw new NoClassDefFoundError("some/Client");
                }))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasRootCauseMessage("some/Client");
    }

    @Test
    void thrownTokenFailureKeepsItsKind() {
        assertThat(callThrough(() -> {
                    throw ScriptedSource.misconfigured();
                }))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasCauseInstanceOf(TokenFailure.Configuration.class);
    }

    @Test
    void failureOfAStageKeepsItsKindThroughAllWrapping() {
        CompletableFuture<TokenSet> failed = CompletableFuture.failedFuture(
                new CompletionException(new CompletionException(ScriptedSource.misconfigured())));

        assertThat(callThrough(() -> failed.thenApply(tokens -> tokens)))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasCauseInstanceOf(TokenFailure.Configuration.class);
    }

    @Test
    void cancelledStageIsAnUnknownOutcome() {
        CompletableFuture<TokenSet> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);

        assertThat(callThrough(() -> cancelled)).hasCauseInstanceOf(TokenFailure.OutcomeUnknown.class);
    }

    @Test
    void answerWithoutTokensIsAClearFailure() {
        assertThat(callThrough(GateSourceFailureTest::noTokens, ENDLESS))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasCauseInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("the token source answered without tokens");
    }

    @Test
    void missingStageIsAClearFailure() {
        assertThat(callThrough(GateSourceFailureTest::noStage, ENDLESS))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasCauseInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("the token source returned null instead of a stage");
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "GRACE"})
    void refreshTokenThatMayBeUsedUpIsNotSentAgainForASourceThatAnswersNothing(Rotation rotation) {
        GatePolicy policy = GatePolicy.DEFAULTS.withRotation(rotation);

        assertThat(callThrough(GateSourceFailureTest::noTokens, policy)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(callThrough(GateSourceFailureTest::noStage, policy)).isInstanceOf(NoToken.SessionOver.class);
    }

    @Test
    void unclassifiedExceptionOfAnAcquireIsTransient() {
        TokenGate gate = gate(new FailingSource(), GatePolicy.DEFAULTS.withFailFast(true));

        assertThat(call(gate))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasCauseInstanceOf(TokenFailure.Transient.class)
                .hasMessageContaining("UnsupportedOperationException in the token source");
    }

    @Test
    void sourceThatFailsToSayWhatItCanDoDoesNotLeaveTheGateStuck() {
        FailingSource source = new FailingSource();
        TokenGate gate = gate(source, GatePolicy.DEFAULTS);
        source.brokenAfterwards = true;

        CompletableFuture<Grant> call =
                gate.enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.advance(GatePolicy.DEFAULTS.waitTimeout());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.Unavailable.class).hasRootCauseMessage("cannot say");
        clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        assertThat(gate.status().state()).isEqualTo(GateStatus.State.STALE);
    }

    @Test
    void absurdlyNegativeLifetimeDoesNotHangTheFlight() {
        TokenSet longDead = Rig.shortLived(Duration.ofSeconds(Long.MIN_VALUE));
        TokenGate gate = gate((current, request) -> CompletableFuture.completedFuture(longDead), STRICT);
        gate.signIn(Rig.shortLived(Duration.ZERO));

        CompletableFuture<Grant> call =
                gate.enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();

        assertThat(Rig.accessToken(call)).isEqualTo("at-short");
    }

    @Test
    void listenerThatThrowsAnErrorChangesNothing() {
        TokenGate gate = TokenGate.of(
                "shop",
                SessionKey.APPLICATION,
                (current, request) -> CompletableFuture.completedFuture(ScriptedSource.tokens("at-2", "rt-2")),
                STRICT,
                clock,
                clock,
                event -> {
                    throw new NoClassDefFoundError("some/Metrics");
                });
        gate.signIn(Rig.shortLived(Duration.ZERO));

        CompletableFuture<Grant> call =
                gate.enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    private Throwable callThrough(Supplier<CompletionStage<TokenSet>> source) {
        return callThrough(source, STRICT);
    }

    private Throwable callThrough(Supplier<CompletionStage<TokenSet>> source, GatePolicy policy) {
        TokenGate gate = gate((current, request) -> source.get(), policy);
        gate.signIn(Rig.shortLived(Duration.ZERO));
        return call(gate);
    }

    private Throwable call(TokenGate gate) {
        CompletableFuture<Grant> call =
                gate.enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();
        return Rig.failureOf(call);
    }

    private TokenGate gate(TokenSource source, GatePolicy policy) {
        return TokenGate.of("shop", SessionKey.APPLICATION, source, policy, clock, clock, event -> {});
    }

    @SuppressWarnings("NullAway") // what sources do that are compiled without it
    private static CompletionStage<TokenSet> noStage() {
        return null;
    }

    @SuppressWarnings("NullAway") // as above
    private static CompletionStage<TokenSet> noTokens() {
        return CompletableFuture.completedFuture(null);
    }

    /** Acquires, in vain; and may not even know that it can. */
    private static final class FailingSource implements TokenSource {
        boolean brokenAfterwards;
        private int asked;

        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            throw new AssertionError("there is nothing to refresh");
        }

        @Override
        public CompletionStage<TokenSet> acquire(TokenRequest request) {
            throw new UnsupportedOperationException("not yet");
        }

        @Override
        public boolean canAcquire() {
            if (brokenAfterwards && asked++ > 0) {
                throw new IllegalStateException("cannot say");
            }
            return true;
        }
    }
}
