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
 * The client's bean. A dependent one is lent to the call alone, and closed if that fails or has not ended by its deadline: a
 * read from a server that says nothing more ends by the closing of its connection only, and until then occupies a thread.
 */
final class InjectedClient implements RefreshMethodSource.ClientBean {

    /** So long after its deadline that an attempt has been given up as what it is, not as a connection that broke. */
    private static final Duration AFTERWARDS = Duration.ofMillis(100);

    private final Class<?> client;
    private final GateThreads threads;
    private final KeptClients kept;

    InjectedClient(Class<?> client, GateThreads threads) {
        this.client = client;
        this.threads = threads;
        this.kept = new KeptClients(() -> new RefreshClient(handle()));
    }

    @Override
    public @Nullable Object with(RefreshCall refresh, TokenRequest request, RefreshMethodSource.Call call)
            throws Throwable {
        Instance.Handle<?> shared = handle(); // made only if it is asked for the bean
        try (CallContext.Restore ignored =
                CallContext.current().refreshing(refresh).enter()) {
            boolean ours = shared.getBean().getScope() == Dependent.class;
            Object returned = ours ? lent(refresh, request, call) : call.on(shared.get());
            return returned instanceof CompletionStage<?> later ? SentInTime.of(later, refresh, threads) : returned;
        }
    }

    @Override
    public void close() {
        kept.close();
    }

    private Instance.Handle<?> handle() {
        return CDI.current().select(client, RestClient.LITERAL).getHandle();
    }

    private @Nullable Object lent(RefreshCall refresh, TokenRequest request, RefreshMethodSource.Call call)
            throws Throwable {
        refresh.leaveNoConnection();
        KeptClients.Loan loan = kept.lend();
        GateThreads.Timer timer = closing(loan, refresh, request);
        try {
            Object returned = call.on(loan.bean());
            if (returned instanceof CompletionStage<?> later) {
                return later.whenComplete((value, failure) -> end(loan, refresh, timer, failure == null));
            }
            end(loan, refresh, timer, true);
            return returned;
        } catch (Throwable e) {
            end(loan, refresh, timer, false);
            throw e;
        }
    }

    private GateThreads.Timer closing(KeptClients.Loan loan, RefreshCall refresh, TokenRequest request) {
        try {
            return threads.later(request.deadline().remaining().plus(AFTERWARDS), () -> loan.failed(refresh));
        } catch (RuntimeException | Error e) {
            loan.failed(refresh);
            throw e;
        }
    }

    private static void end(KeptClients.Loan loan, RefreshCall refresh, GateThreads.Timer timer, boolean returned) {
        timer.cancel();
        if (returned) {
            loan.returned(refresh);
        } else {
            loan.failed(refresh);
        }
    }
}
