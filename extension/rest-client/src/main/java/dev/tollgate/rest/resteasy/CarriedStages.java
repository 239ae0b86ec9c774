package dev.tollgate.rest.resteasy;

import jakarta.ws.rs.client.CompletionStageRxInvoker;
import jakarta.ws.rs.client.RxInvokerProvider;
import jakarta.ws.rs.client.SyncInvoker;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** Invokes the methods that return a {@link CompletionStage}. RESTEasy makes it, and finds by its type what it is for. */
public final class CarriedStages implements RxInvokerProvider<CompletionStageRxInvoker> {

    @Override
    public boolean isProviderFor(Class<?> invoker) {
        return CompletionStageRxInvoker.class.equals(invoker);
    }

    @Override
    public CompletionStageRxInvoker getRxInvoker(SyncInvoker call, ExecutorService threads) {
        return CarriedInvoker.of(CompletionStageRxInvoker.class, CompletionStage.class, call, threads);
    }
}
