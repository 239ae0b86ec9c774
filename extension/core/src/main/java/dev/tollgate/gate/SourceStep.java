package dev.tollgate.gate;

import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
            if (!attempt.request().deadline().hasPassed()) {
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
        if (attempt instanceof Attempt.Refresh refresh) {
            return source.refresh(refresh.current(), refresh.request());
        }
        return source.acquire(attempt.request());
    }
}
