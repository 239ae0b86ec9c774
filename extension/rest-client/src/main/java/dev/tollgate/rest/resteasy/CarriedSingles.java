package dev.tollgate.rest.resteasy;

import io.reactivex.Single;
import jakarta.ws.rs.client.RxInvokerProvider;
import jakarta.ws.rs.client.SyncInvoker;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.rxjava2.SingleRxInvoker;

/** Invokes the methods that return a {@link Single}. RESTEasy makes it, and finds by its type what it is for. */
public final class CarriedSingles implements RxInvokerProvider<SingleRxInvoker> {

    @Override
    public boolean isProviderFor(Class<?> invoker) {
        return SingleRxInvoker.class.equals(invoker);
    }

    @Override
    public SingleRxInvoker getRxInvoker(SyncInvoker call, ExecutorService threads) {
        return CarriedInvoker.of(SingleRxInvoker.class, Single.class, call, threads);
    }
}
