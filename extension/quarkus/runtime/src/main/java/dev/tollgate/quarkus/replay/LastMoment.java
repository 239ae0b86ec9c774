package dev.tollgate.quarkus.replay;

import dev.tollgate.rest.call.CallFlow;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/**
 * A request may wait long for a connection. When it has one, and its headers are about to be written, a newer token may be
 * at hand. Vert.x tells of that moment, but not whose request it is; the request's context, which is its own, does.
 */
public final class LastMoment {

    private static final String REQUEST = "dev.tollgate.request";

    private LastMoment() {}

    /** All filters have seen {@code request}. */
    public static void await(ResteasyReactiveClientRequestContext request) {
        Context own = request.getContext();
        if (own != null && VertxContext.isDuplicatedContext(own)) {
            own.putLocal(REQUEST, request);
        }
    }

    /** A connection has been found for the request that this context belongs to. */
    public static void hasCome(HttpClientRequest leaving) {
        Context own = Vertx.currentContext();
        if (own != null
                && VertxContext.isDuplicatedContext(own)
                && own.getLocal(REQUEST) instanceof ResteasyReactiveClientRequestContext request) {
            try {
                CallFlow.leaving(request);
            } catch (ProcessingException e) {
                leaving.reset(0, e);
                return;
            }
            CallFlow.patience(request).ifPresent(patience -> breakOffAfter(patience, leaving, request, own.owner()));
            leaving.response().onSuccess(head -> CallFlow.patienceForBody(request, head.statusCode())
                    .ifPresent(patience ->
                            HeadAlone.after(patience, leaving, head, request.unwrap(RestClientRequestContext.class))));
        }
    }

    /** A call that blocks its thread would do so for as long as the server is silent. */
    private static void breakOffAfter(
            Duration patience, HttpClientRequest sent, ResteasyReactiveClientRequestContext request, Vertx vertx) {
        long timer = vertx.setTimer(
                Math.max(1, patience.toMillis()),
                now -> sent.reset(0, new TimeoutException("no answer in the time that it may take")));
        CompletionStage<?> end = request.unwrap(RestClientRequestContext.class).getResult();
        end.whenComplete((response, thrown) -> vertx.cancelTimer(timer));
    }
}
