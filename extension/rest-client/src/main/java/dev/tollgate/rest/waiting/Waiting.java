package dev.tollgate.rest.waiting;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/**
 * How a call waits for what takes time. What depends on a stage that one of these methods returns runs where the call may
 * go on: never on a thread of the gate.
 */
public interface Waiting {

    /**
     * {@code stage}, which ends by itself within {@code limit}; where it does not, a thread that blocks goes on with a
     * {@link java.util.concurrent.TimeoutException}. Whoever stops waiting cancels it.
     */
    <T> CompletionStage<T> until(CompletionStage<T> stage, Duration limit);

    /** {@code stage}, given up after {@code patience} with a {@link java.util.concurrent.TimeoutException}. */
    <T> CompletionStage<T> atMost(Duration patience, CompletionStage<T> stage);

    /** What {@code work} returns, which may block its thread for a while. */
    <T> CompletionStage<T> apart(Callable<T> work);
}
