package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.Reason;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The answer counts, not what the refresh method returns or throws. */
class RefreshMethodSourceTest {

    private static final TokenSet CURRENT =
            TokenSet.of("at-1").refreshToken("rt-1").build();
    private static final Answer TOKENS = new Answer(200, Map.of(), "{\"access_token\":\"at-2\"}");
    private static final Answer OVER = new Answer(400, Map.of(), "{\"error\":\"invalid_grant\"}");

    /** What a client method does once its request was answered. */
    interface ShopClient {
        @Nullable
        Object refresh(String refreshToken) throws Exception;
    }

    @Test
    void tokensAreThoseOfTheAnswerWhateverIsReturned() {
        assertThat(refresh(TOKENS, refreshToken -> null).join().accessToken()).isEqualTo("at-2");
        assertThat(refresh(TOKENS, refreshToken -> "at-other").join().accessToken())
                .isEqualTo("at-2");
    }

    @Test
    void tokensAreThoseOfTheAnswerEvenIfTheMethodThrows() {
        CompletableFuture<TokenSet> refreshed = refresh(TOKENS, refreshToken -> {
            throw new ProcessingException("no reader for LoginAnswer");
        });

        assertThat(refreshed.join().accessToken()).isEqualTo("at-2");
    }

    @Test
    void methodIsCalledWithTheBoundArguments() {
        CompletableFuture<TokenSet> refreshed = refresh(TOKENS, refreshToken -> {
            assertThat(refreshToken).isEqualTo("rt-1");
            return null;
        });

        assertThat(refreshed).isCompleted();
    }

    @Test
    void errorOfTheAnswerGoesBeforeWhatIsThrownForIt() {
        CompletableFuture<TokenSet> refreshed = refresh(OVER, refreshToken -> {
            throw new IllegalStateException("mapped by the application");
        });

        assertThat(failureOf(refreshed)).isInstanceOf(TokenFailure.Terminal.class);
    }

    @Test
    void checkedExceptionThatTheMethodThrowsIsNotWrapped() {
        CompletableFuture<TokenSet> refreshed = refresh((Answer) null, refreshToken -> {
            throw new ConnectException("Connection refused");
        });

        assertThat(failureOf(refreshed))
                .isInstanceOf(TokenFailure.Transient.class)
                .hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void stageThatTheMethodReturnsIsWaitedFor() {
        CompletableFuture<Object> later = new CompletableFuture<>();
        CompletableFuture<TokenSet> refreshed = refresh(TOKENS, refreshToken -> later);
        assertThat(refreshed).isNotDone();

        later.complete("whatever");

        assertThat(refreshed.join().accessToken()).isEqualTo("at-2");
    }

    @Test
    void stageThatFailsWithoutAnAnswerTellsWhy() {
        CompletionStage<Object> failed =
                CompletableFuture.failedFuture(new CompletionException(new ConnectException("Connection refused")));

        assertThat(failureOf(refresh((Answer) null, refreshToken -> failed)))
                .isInstanceOf(TokenFailure.Transient.class);
    }

    @Test
    void methodThatDoesNotCallTheServerIsToldSo() {
        assertThat(failureOf(refresh((Answer) null, refreshToken -> "from a cache")))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessage("ShopClient.refresh returned without having called the server");
    }

    @Test
    void endOfAnotherSessionDoesNotEndThisOne() {
        TokenFailure dead = new TokenFailure.Terminal("invalid_grant");

        assertUnsent(new SessionExpiredException("realm 'keys': the session is over", dead));
        assertUnsent(new ProcessingException(new SessionExpiredException("realm 'keys': nobody is signed in", null)));
    }

    @Test
    void refreshOfAnotherRealmWhoseOutcomeIsUnknownSaysNothingAboutThisOne() {
        TokenFailure lost = new TokenFailure.OutcomeUnknown("connection reset", null);

        assertUnsent(new TokenUnavailableException("realm 'keys': no token can be had now", lost, Instant.EPOCH));
    }

    @Test
    void whatBecameOfARequestThatHadBeenSentIsUnknownThen() {
        CompletableFuture<TokenSet> refreshed = refresh(call -> call.sentBy(Clients.NONE), refreshToken -> {
            throw new SessionExpiredException(
                    "realm 'keys': the session is over", new TokenFailure.Terminal("invalid_grant"));
        });

        assertThat(failureOf(refreshed)).isInstanceOf(TokenFailure.OutcomeUnknown.class);
    }

    @Test
    void mistakeThatIsToldByAnExceptionOfACallKeepsItsKind() {
        TokenFailure mistake = new TokenFailure.Configuration("ShopClient.key needs a token itself: mark it @Guest");
        CompletableFuture<TokenSet> refreshed = refresh((Answer) null, refreshToken -> {
            throw new TokenUnavailableException("realm 'shop': no token", mistake, Instant.EPOCH);
        });

        assertThat(failureOf(refreshed)).isSameAs(mistake);
    }

    @Test
    void requestThatNeverDepartedWasNotSentWhateverIsThrown() {
        assertUnsent(new ProcessingException(new IllegalStateException("a filter of the application")));
        assertUnsent(new IllegalArgumentException("an interceptor of the application"));
    }

    @Test
    void whatIsThrownOnceTheRequestHasDepartedMayMeanThatItArrived() {
        CompletableFuture<TokenSet> refreshed = refresh(call -> call.sentBy(Clients.NONE), refreshToken -> {
            throw new ProcessingException(new IllegalStateException("whatever else"));
        });

        assertThat(failureOf(refreshed)).isInstanceOf(TokenFailure.OutcomeUnknown.class);
    }

    @Test
    void mistakeThatKeptTheRequestFromDepartingKeepsItsKind() {
        TokenFailure mistake = new TokenFailure.Configuration("the client follows redirects");
        CompletableFuture<TokenSet> refreshed = refresh((Answer) null, refreshToken -> {
            throw new ProcessingException(mistake);
        });

        assertThat(failureOf(refreshed)).isSameAs(mistake);
    }

    private static void assertUnsent(RuntimeException thrown) {
        CompletableFuture<TokenSet> refreshed = refresh((Answer) null, refreshToken -> {
            throw thrown;
        });
        assertThat(failureOf(refreshed))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse())
                .hasMessageStartingWith("ShopClient.refresh was not sent");
    }

    private static CompletableFuture<TokenSet> refresh(@Nullable Answer answer, ShopClient client) {
        return refresh(
                call -> {
                    if (answer != null) {
                        call.answered(answer);
                    }
                },
                client);
    }

    private static CompletableFuture<TokenSet> refresh(Consumer<RefreshCall> server, ShopClient client) {
        RefreshMethod method = new RefreshMethod(ShopClient.class, method(), List.of(current -> current.refreshToken()
                .orElse(null)));
        RefreshMethodSource source = new RefreshMethodSource(
                method,
                (call, wanted, use) -> {
                    server.accept(call);
                    return use.on(client);
                },
                new RefreshOutcome(new TokenAnswer(TokenPointers.BY_NAME), RefusalRule.SERVICE),
                List.of());
        TokenRequest request = new TokenRequest(
                "shop",
                SessionKey.APPLICATION,
                Reason.REJECTED,
                () -> "ShopClient.orders",
                Deadline.in(Duration.ofSeconds(8), TimeSource.system()),
                1);
        return source.refresh(CURRENT, request).toCompletableFuture();
    }

    private static Method method() {
        return ShopClient.class.getDeclaredMethods()[0];
    }

    private static Throwable failureOf(CompletableFuture<TokenSet> refreshed) {
        assertThat(refreshed).isCompletedExceptionally();
        Throwable thrown = Objects.requireNonNull(
                refreshed.handle((tokens, failure) -> failure).join());
        return thrown instanceof CompletionException wrapped ? Objects.requireNonNull(wrapped.getCause()) : thrown;
    }
}
