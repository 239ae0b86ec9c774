package dev.tollgate.rest.resteasy;

import jakarta.ws.rs.client.RxInvokerProvider;
import jakarta.ws.rs.client.SyncInvoker;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactor.MonoRxInvoker;
import reactor.core.publisher.Mono;

/** Invokes the methods that return a {@link Mono}. RESTEasy makes it, and finds by its type what it is for. */
public final class CarriedMonos implements RxInvokerProvider<MonoRxInvoker> {

    @Override
    public boolean isProviderFor(Class<?> invoker) {
        return MonoRxInvoker.class.equals(invoker);
    }

    @Override
    public MonoRxInvoker getRxInvoker(SyncInvoker call, ExecutorService threads) {
        return CarriedInvoker.of(MonoRxInvoker.class, Mono.class, call, threads);
    }
}
