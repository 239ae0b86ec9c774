package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;

import dev.tollgate.source.Revocation;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guarantee 11 for what a source, or the application's own refresh, throws with the tokens in it. */
class FailureSecrecyTest {

    private static final String ACCESS = "at-53cr3t";
    private static final String REFRESH = "rt-53cr3t/+";
    private static final String ID_TOKEN = "id-53cr3t-53cr3t-53cr3t";
    private static final String SHOWN = "sent " + REFRESH + ", rt-53cr3t%2F%2B, " + ACCESS + " and " + ID_TOKEN;
    private static final Logger LOG = Logger.getLogger("dev.tollgate.gate");

    private final ManualClock clock = new ManualClock();
    private final List<GateEvent> events = new ArrayList<>();
    private final Handler recorder = new Recorder();
    private final StringBuilder shown = new StringBuilder();

    @BeforeEach
    void listenAtTheFinestLevel() {
        LOG.setLevel(Level.ALL);
        recorder.setLevel(Level.ALL);
        LOG.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(recorder);
        LOG.setLevel(null);
    }

    static Stream<Function<String, Throwable>> thrown() {
        return Stream.of(
                IllegalStateException::new,
                text -> new IOException("failed", new IOException(text)),
                text -> suppressing(new IllegalStateException("failed"), new IOException(text)),
                text -> new CompletionException(new TokenFailure.Terminal(text)),
                TokenFailure.Terminal::new,
                text -> new TokenFailure.Terminal("failed", new IOException(text)),
                text -> suppressing(new TokenFailure.Terminal("failed"), new IOException(text)),
                text -> new TokenFailure.Transient(text, new IOException(text)),
                TokenFailure.Configuration::new,
                text -> new TokenFailure.OutcomeUnknown("failed", new IllegalStateException(text)),
                AssertionError::new);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void refreshOfASourceShowsNoToken(Function<String, Throwable> thrown) {
        TokenGate gate = signedIn(refreshing(() -> CompletableFuture.failedFuture(thrown.apply(SHOWN))));

        fail(gate);
        nothingIsShown(gate);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void refreshOfASourceThatThrowsAtOnceShowsNoToken(Function<String, Throwable> thrown) {
        TokenGate gate = signedIn(refreshing(() -> {
            throw FailureSecrecyTest.<RuntimeException>sneaky(thrown.apply(SHOWN));
        }));

        fail(gate);
        nothingIsShown(gate);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void refreshOfTheApplicationShowsNoToken(Function<String, Throwable> thrown) {
        TokenGate gate = signedIn((current, request) -> new CompletableFuture<>());
        OwnFlight own = gate.open(() -> "ShopTokens.refresh").orElseThrow();
        CompletableFuture<Grant> call = call(gate);

        Throwable cause = thrown.apply(SHOWN);
        own.fail(cause instanceof TokenFailure told ? told : new TokenFailure.OutcomeUnknown("failed", cause));
        clock.advance(GatePolicy.DEFAULTS.waitTimeout());
        show(Rig.failureOf(call));
        nothingIsShown(gate);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void revocationShowsNoToken(Function<String, Throwable> thrown) {
        TokenGate gate = signedIn(new Revoking(thrown.apply(SHOWN)));

        gate.signOut();
        clock.runPending();
        assertThat(events).hasAtLeastOneElementOfType(GateEvent.RevocationFailed.class);
        nothingIsShown(gate);
    }

    @Test
    void questionThatASourceFailsToAnswerShowsNoToken() {
        TokenGate gate = signedIn(new Unanswering());

        fail(gate);
        nothingIsShown(gate);
    }

    private TokenGate signedIn(TokenSource source) {
        GateListener log = new GateLog();
        TokenGate gate =
                TokenGate.of("shop", SessionKey.APPLICATION, source, GatePolicy.DEFAULTS, clock, clock, event -> {
                    events.add(event);
                    log.on(event);
                });
        gate.signIn(TokenSet.of(ACCESS)
                .refreshToken(REFRESH)
                .expiresIn(Rig.LIFE)
                .attribute("id_token", ID_TOKEN)
                .build());
        clock.advance(Rig.LIFE);
        return gate;
    }

    private void fail(TokenGate gate) {
        CompletableFuture<Grant> call = call(gate);
        show(gate.status());
        clock.advance(GatePolicy.DEFAULTS.waitTimeout());
        show(Rig.failureOf(call));
    }

    private CompletableFuture<Grant> call(TokenGate gate) {
        CompletableFuture<Grant> call =
                gate.enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();
        return call;
    }

    private void nothingIsShown(TokenGate gate) {
        show(gate.status());
        gate.status().failure().ifPresent(this::show);
        assertThat(events).isNotEmpty();
        events.forEach(this::show);
        assertThat(shown).isNotEmpty().doesNotContain("53cr3t");
    }

    private void show(Object thing) {
        shown.append(thing instanceof Throwable thrown ? getStackTrace(thrown) : thing.toString());
        if (thing instanceof GateEvent.RefreshFailed failed) {
            show(failed.failure());
        } else if (thing instanceof GateEvent.SessionEnded ended) {
            show(ended.cause());
        } else if (thing instanceof GateEvent.RevocationFailed failed) {
            show(failed.failure());
        }
    }

    private static TokenSource refreshing(Supplier<CompletionStage<TokenSet>> answer) {
        return (current, request) -> answer.get();
    }

    private static Throwable suppressing(Throwable thrown, Throwable suppressed) {
        thrown.addSuppressed(suppressed);
        return thrown;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Fails to revoke. */
    private record Revoking(Throwable thrown) implements TokenSource {
        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return new CompletableFuture<>();
        }

        @Override
        public boolean canRevoke() {
            return true;
        }

        @Override
        public CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /** Says that it can refresh, once. */
    private static final class Unanswering implements TokenSource {
        private int asked;

        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return CompletableFuture.completedFuture(current);
        }

        @Override
        public boolean canRefresh(TokenSet current) {
            if (asked++ > 0) {
                throw new IllegalStateException(SHOWN);
            }
            return true;
        }
    }

    private final class Recorder extends Handler {
        @Override
        public void publish(LogRecord logged) {
            shown.append(new SimpleFormatter().format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
