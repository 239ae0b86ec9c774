package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gets tokens by calling the application's {@code @RefreshToken} method. The tokens are read from the answer itself, so
 * that it does not matter what the method returns.
 */
public final class RefreshMethodSource implements TokenSource, AutoCloseable {

    private final RefreshMethod method;
    private final ClientBean bean;
    private final RefreshOutcome outcome;
    private final List<String> secrets;

    /**
     * @param bean where the client is
     * @param outcome what an answer means
     * @param secrets what is sent beside the tokens and must not be shown
     */
    public RefreshMethodSource(RefreshMethod method, ClientBean bean, RefreshOutcome outcome, List<String> secrets) {
        this.method = method;
        this.bean = bean;
        this.outcome = outcome;
        this.secrets = List.copyOf(secrets);
    }

    /** Calls a client's bean, as the container wants it to be called. */
    @FunctionalInterface
    public interface ClientBean extends AutoCloseable {
        /** Runs {@code call} with the client's bean in a fresh request context. */
        @Nullable
        Object with(RefreshCall refresh, TokenRequest request, Call call) throws Throwable;

        /** Ends what it has kept. */
        @Override
        default void close() {}
    }

    /** What is done with the bean. */
    @FunctionalInterface
    public interface Call {
        @Nullable
        Object on(Object bean) throws Throwable;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        RefreshCall call = new RefreshCall(request.deadline());
        try {
            Object returned = bean.with(call, request, client -> Promises.begun(method.invoke(client, current)));
            return returned instanceof CompletionStage<?> later
                    ? later.handle((value, thrown) -> outcome(call, thrown, current))
                    : CompletableFuture.completedFuture(outcome(call, null, current));
        } catch (TokenFailure e) {
            return CompletableFuture.failedFuture(e);
        } catch (Throwable e) {
            return CompletableFuture.supplyAsync(() -> outcome(call, e, current), Runnable::run);
        }
    }

    @Override
    public void close() {
        bean.close();
    }

    private TokenSet outcome(RefreshCall call, @Nullable Throwable thrown, TokenSet sent) {
        Optional<Answer> answer = call.answer();
        if (answer.isPresent()) {
            return outcome.of(answer.get(), method.describe(), Clock.systemUTC(), secretsOf(sent));
        }
        throw thrown == null
                ? new TokenFailure.Configuration(method.describe() + " returned without having called the server")
                : withoutAnswer(call, thrown, secretsOf(sent));
    }

    private TokenFailure withoutAnswer(RefreshCall call, Throwable thrown, List<String> hidden) {
        return AnotherSession.failure(thrown, call.wasSent(), method.describe(), hidden)
                .orElseGet(() -> classified(call, thrown, hidden));
    }

    /** A filter, a writer or an interceptor of the application may have failed before the request could leave. */
    private TokenFailure classified(RefreshCall call, Throwable thrown, List<String> hidden) {
        TokenFailure failure = RefreshOutcome.withoutAnswer(thrown, method.describe(), hidden);
        return failure instanceof TokenFailure.OutcomeUnknown && call.callOff()
                ? TokenFailure.Transient.unsent(method.describe() + " was not sent", failure.getCause())
                : failure;
    }

    private List<String> secretsOf(TokenSet sent) {
        return Stream.of(Stream.of(sent.accessToken()), sent.refreshToken().stream(), secrets.stream())
                .flatMap(each -> each)
                .toList();
    }
}
