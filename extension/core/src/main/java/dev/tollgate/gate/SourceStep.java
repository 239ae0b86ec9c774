package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The last step: asks the token source, on a thread on which it may block. */
final class SourceStep implements FlightStep {

    private final TokenSource source;
    private final GateThreads threads;
    private final FlightScope scope;

    SourceStep(TokenSource source, GateThreads threads, FlightScope scope) {
        this.source = source;
        this.threads = threads;
        this.scope = scope;
    }

    @Override
    public CompletionStage<TokenSet> fly(Attempt attempt) {
        CompletableFuture<TokenSet> answer = new CompletableFuture<>();
        threads.run(() -> {
            attempt.begins(); // before the look at the clock, so that no timeout in between takes it for unsent
            if (attempt.request().deadline().hasPassed()) {
                answer.completeExceptionally(TokenFailure.Transient.unsent("no thread was free in time", null));
            } else {
                scope.run(() -> ask(attempt, answer));
            }
        });
        return answer;
    }

    private void ask(Attempt attempt, CompletableFuture<TokenSet> answer) {
        try {
            call(attempt).whenComplete((tokens, failure) -> {
                if (failure != null) {
                    answer.completeExceptionally(failure);
                } else {
                    answer.complete(tokens);
                }
            });
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }

    private CompletionStage<TokenSet> call(Attempt attempt) {
        CompletionStage<TokenSet> answer = stage(attempt);
        if (answer == null) {
            throw nothing("returned null instead of a stage");
        }
        return answer;
    }

    /** It may have asked its server before, which has used up the refresh token then. */
    static TokenFailure nothing(String what) {
        return TokenFailure.Configuration.unusableAnswer("the token source " + what, null);
    }

    /** Null if the source is broken: it need not be compiled with null checks. */
    private @Nullable CompletionStage<TokenSet> stage(Attempt attempt) {
        if (attempt instanceof Attempt.Refresh refresh) {
            return source.refresh(refresh.current(), refresh.request());
        }
        return source.acquire(attempt.request());
    }
}
