package dev.tollgate.gate;

import dev.tollgate.time.Deadline;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Ends an attempt at its deadline, whatever the steps after it do. */
final class BoundedStep implements FlightStep {

    private final GateThreads threads;
    private final FlightStep next;

    BoundedStep(GateThreads threads, FlightStep next) {
        this.threads = threads;
        this.next = next;
    }

    @Override
    public CompletionStage<TokenSet> fly(Attempt attempt) {
        CompletableFuture<TokenSet> answer = new CompletableFuture<>();
        Deadline deadline = attempt.request().deadline();
        GateThreads.Timer timer = threads.later(
                deadline.remaining(),
                () -> answer.completeExceptionally(attempt.unclassified(
                        "no answer within the time of one attempt", new TimeoutException("attempt timeout"))));
        next.fly(attempt).whenComplete((tokens, failure) -> {
            timer.cancel();
            if (failure == null) {
                answer.complete(tokens);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }
}
