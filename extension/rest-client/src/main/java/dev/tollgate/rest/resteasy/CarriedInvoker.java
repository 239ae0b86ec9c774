package dev.tollgate.rest.resteasy;

import jakarta.ws.rs.client.RxInvoker;
import jakarta.ws.rs.client.RxInvokerProvider;
import jakarta.ws.rs.client.SyncInvoker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.client.jaxrs.internal.ClientConfiguration;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocationBuilder;

/** Invokes asynchronous methods in the way of their client, while the context of the caller is among those carried. */
final class CarriedInvoker {

    private CarriedInvoker() {}

    /** The {@code invoker} that {@code call} would have without Tollgate, for a method that returns {@code promise}. */
    static <T extends RxInvoker<?>> T of(
            Class<T> invoker, Class<?> promise, SyncInvoker call, ExecutorService threads) {
        RxInvoker<?> ofTheClient =
                ofTheClient(promise, (ClientInvocationBuilder) call).getRxInvoker(call, threads);
        return invoker.cast(Proxy.newProxyInstance(
                CarriedInvoker.class.getClassLoader(),
                new Class<?>[] {invoker},
                (proxy, method, arguments) -> HandOver.carried(() -> invoke(ofTheClient, method, arguments))));
    }

    /** Tollgate's are registered with each method, not with the client. */
    private static RxInvokerProvider<?> ofTheClient(Class<?> promise, ClientInvocationBuilder call) {
        ClientConfiguration client =
                (ClientConfiguration) call.getClientInvocation().getClient().getConfiguration();
        return client.getRxInvokerProviderFromReactiveClass(promise);
    }

    private static Object invoke(RxInvoker<?> invoker, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(invoker, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
