package dev.tollgate.quarkus.replay;

import dev.tollgate.rest.call.CallFlow;
import io.vertx.core.Vertx;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

/**
 * Finds out that a request gets no answer. Of some failures the client tells the response filters, of others only the
 * future of its result; and of a cancellation before there is a connection neither of them.
 */
public final class MissingAnswer {

    private static final String PROPERTY = "dev.tollgate.missing-answer";
    private static final long LOOK_AFTER_MILLIS = 50;

    private MissingAnswer() {}

    /** All filters have seen {@code request}; {@code failed} is to be given its failure. */
    static void await(ClientRequestContext request, RestClientRequestContext context, Consumer<Throwable> failed) {
        context.getProperties().put(PROPERTY, failed);
        Vertx vertx = context.getClientRequestContext().getContext().owner();
        long timer = vertx.setPeriodic(LOOK_AFTER_MILLIS, now -> callOffCancelled(request, context, vertx, now));
        context.getResult().whenComplete((answer, thrown) -> {
            vertx.cancelTimer(timer);
            if (thrown != null && !isOnlyTheWait(context, thrown)) {
                failed.accept(thrown);
            }
        });
    }

    private static void callOffCancelled(
            ClientRequestContext request, RestClientRequestContext context, Vertx vertx, long timer) {
        if (context.isUserCanceled()) {
            vertx.cancelTimer(timer);
            CallFlow.callOff(request);
        }
    }

    /** A caller may cancel the future that it was given: the request goes on. */
    private static boolean isOnlyTheWait(RestClientRequestContext context, Throwable thrown) {
        return thrown instanceof CancellationException && !context.isUserCanceled();
    }

    /** The response filters are shown that {@code request} has failed with {@code thrown}. */
    @SuppressWarnings("unchecked") // put there above
    public static void shown(RestClientRequestContext request, Throwable thrown) {
        if (request.getProperties().get(PROPERTY) instanceof Consumer<?> failed) {
            ((Consumer<Throwable>) failed).accept(thrown);
        }
    }
}
