package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.refresh.RefreshMethodSource;
import dev.tollgate.rest.refresh.SentInTime;
import dev.tollgate.source.TokenRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The client's bean. A dependent one is made for the call alone and closed when that has ended, or after its deadline: a read
 * from a server that says nothing more ends by the closing of its connection only, and until then occupies a thread.
 */
final class InjectedClient implements RefreshMethodSource.ClientBean {

    /** So long after its deadline that an attempt has been given up as what it is, not as a connection that broke. */
    private static final Duration AFTERWARDS = Duration.ofMillis(100);

    private final Class<?> client;
    private final GateThreads threads;

    InjectedClient(Class<?> client, GateThreads threads) {
        this.client = client;
        this.threads = threads;
    }

    @Override
    public @Nullable Object with(RefreshCall refresh, TokenRequest request, RefreshMethodSource.Call call)
            throws Throwable {
        Instance.Handle<?> bean =
                CDI.current().select(client, RestClient.LITERAL).getHandle();
        try (CallContext.Restore ignored =
                CallContext.current().refreshing(refresh).enter()) {
            boolean ours = bean.getBean().getScope() == Dependent.class;
            Object returned = ours ? andClose(bean, refresh, request, call) : call.on(bean.get());
            return returned instanceof CompletionStage<?> later ? SentInTime.of(later, refresh, threads) : returned;
        }
    }

    private @Nullable Object andClose(
            Instance.Handle<?> bean, RefreshCall refresh, TokenRequest request, RefreshMethodSource.Call call)
            throws Throwable {
        Object client = bean.get();
        Runnable end = () -> {
            bean.destroy();
            // with interceptors the bean is a proxy around the client, whose end RESTEasy does not pass on
            refresh.close();
        };
        GateThreads.Timer timer = threads.later(request.deadline().remaining().plus(AFTERWARDS), end);
        Runnable close = () -> {
            timer.cancel();
            end.run();
        };
        try {
            Object returned = call.on(client);
            if (returned instanceof CompletionStage<?> later) {
                return later.whenComplete((value, failure) -> close.run());
            }
            close.run();
            return returned;
        } catch (Throwable e) {
            close.run();
            throw e;
        }
    }
}
