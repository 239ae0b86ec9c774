package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The last step: asks the token source, on a thread on which it may block, first what it can do and then for tokens. */
final class SourceStep implements FlightStep {

    private final Flight flight;
    private final TokenSource source;
    private final GateThreads threads;
    private final FlightScope scope;

    SourceStep(Flight flight, TokenSource source, GateThreads threads, FlightScope scope) {
        this.flight = flight;
        this.source = source;
        this.threads = threads;
        this.scope = scope.of(flight);
    }

    @Override
    public CompletionStage<TokenSet> fly(Attempt attempt) {
        CompletableFuture<TokenSet> answer = new CompletableFuture<>();
        threads.run(() -> scope.run(() -> ask(attempt, answer)));
        return answer;
    }

    private void ask(Attempt attempt, CompletableFuture<TokenSet> answer) {
        try {
            call(attempt).whenComplete((tokens, failure) -> FlightScope.outside(() -> pass(tokens, failure, answer)));
        } catch (Throwable e) {
            FlightScope.outside(() -> answer.completeExceptionally(e));
        }
    }

    /** Observers of the outcome are no part of the flight: a sign-in of theirs is one. */
    private static void pass(
            @Nullable TokenSet tokens, @Nullable Throwable failure, CompletableFuture<@Nullable TokenSet> answer) {
        if (failure != null) {
            answer.completeExceptionally(failure);
        } else {
            answer.complete(tokens);
        }
    }

    private CompletionStage<TokenSet> call(Attempt attempt) {
        if (attempt.request().deadline().hasPassed()) { // begun so late, it would be taken for sent
            throw TokenFailure.Transient.unsent("no thread was free in time", null);
        }
        Optional<TokenSet> current = current(attempt);
        // before the look at the clock, so that no timeout in between takes it for unsent
        boolean mayBegin = attempt.begin(current);
        if (attempt.request().deadline().hasPassed()) {
            throw TokenFailure.Transient.unsent("no thread was free in time", null);
        }
        if (!mayBegin) {
            throw TokenFailure.Transient.unsent("the application is ending", null);
        }
        CompletionStage<TokenSet> answer = stage(attempt, current);
        if (answer == null) {
            throw nothing("returned null instead of a stage");
        }
        return answer;
    }

    /** A late thread need not ask any more. */
    private Optional<TokenSet> current(Attempt attempt) {
        return attempt.request().deadline().hasPassed() ? flight.from().tokens() : flight.refreshable(source);
    }

    /** It may have asked its server before, which has used up the refresh token then. */
    static TokenFailure nothing(String what) {
        return TokenFailure.Configuration.unusableAnswer("the token source " + what, null);
    }

    /** Null if the source is broken: it need not be compiled with null checks. */
    private @Nullable CompletionStage<TokenSet> stage(Attempt attempt, Optional<TokenSet> current) {
        return current.isPresent()
                ? source.refresh(current.get(), attempt.request())
                : source.acquire(attempt.request());
    }
}
