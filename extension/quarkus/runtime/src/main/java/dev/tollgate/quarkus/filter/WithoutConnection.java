package dev.tollgate.quarkus.filter;

import dev.tollgate.rest.call.CallFlow;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/** A request may wait for a connection until nobody wants it any more: other calls of its client have them all. */
final class WithoutConnection {

    private WithoutConnection() {}

    /** All filters have seen {@code request}. */
    static void await(ResteasyReactiveClientRequestContext request) {
        CallFlow.patienceForConnection(request).ifPresent(patience -> callOffAfter(patience, request));
    }

    private static void callOffAfter(Duration patience, ResteasyReactiveClientRequestContext context) {
        RestClientRequestContext request = context.unwrap(RestClientRequestContext.class);
        Vertx vertx = context.getContext().owner();
        long timer = vertx.setTimer(Math.max(1, patience.toMillis()), now -> CallFlow.callOff(context)
                .ifPresent(new Resumption(request)::instead));
        request.getResult().whenComplete((response, thrown) -> vertx.cancelTimer(timer));
    }
}
