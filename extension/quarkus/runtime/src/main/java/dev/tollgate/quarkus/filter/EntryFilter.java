package dev.tollgate.quarkus.filter;

import dev.tollgate.rest.call.CallFlow;
import dev.tollgate.rest.realm.CallContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;
import org.jboss.resteasy.reactive.common.core.BlockingOperationSupport;

/** Puts the token on a request, before the application's filters see it. */
@Singleton
@Priority(Priorities.AUTHENTICATION)
public class EntryFilter implements ResteasyReactiveClientRequestFilter {

    private final CallFlow flow = new CallFlow(Suspending.WAITING);

    @Override
    public void filter(ResteasyReactiveClientRequestContext context) {
        RestClientRequestContext request = context.unwrap(RestClientRequestContext.class);
        Repetition.begin(request);
        new Resumption(request)
                .after(enter(context, blocksItsCaller(request))
                        .whenComplete((step, thrown) -> Repetition.begun(request)));
    }

    private CompletionStage<?> enter(ResteasyReactiveClientRequestContext context, boolean blocks) {
        CallContext.Captured caller =
                Objects.requireNonNull((CallContext.Captured) context.getProperty(CallerFilter.CALLER));
        try (CallContext.Restore ignored = caller.enter()) {
            return blocks
                    ? Suspending.byItself(() -> flow.enter(context))
                    : Suspending.suspended(() -> flow.enter(context));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean blocksItsCaller(RestClientRequestContext request) {
        return !request.invokedMethodReturnsAsyncType() && BlockingOperationSupport.isBlockingAllowed();
    }
}
