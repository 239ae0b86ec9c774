package dev.tollgate.rest.refresh;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What the methods of a runtime's applications return, besides {@link CompletionStage}, when they bring something later.
 * Found by {@link java.util.ServiceLoader}. Implementations keep no state.
 */
public interface PromiseType {

    /** The type, whose only parameter is the type of what is brought. */
    Class<?> type();

    /** What {@code promise} brings; it is begun if it waits for somebody to ask. */
    CompletionStage<?> begin(Object promise);

    /** A promise of what {@code work} brings, which is begun whenever somebody asks. */
    Object of(Supplier<CompletionStage<?>> work);
}
