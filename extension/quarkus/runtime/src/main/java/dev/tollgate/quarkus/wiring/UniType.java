package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.refresh.PromiseType;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The {@link Uni} of Mutiny, which is begun by whoever subscribes to it. */
public final class UniType implements PromiseType {

    @Override
    public Class<?> type() {
        return Uni.class;
    }

    @Override
    public CompletionStage<?> begin(Object promise) {
        return ((Uni<?>) promise).subscribeAsCompletionStage();
    }

    @Override
    public Object of(Supplier<CompletionStage<?>> work) {
        return Uni.createFrom().completionStage(work::get);
    }
}
