package dev.tollgate.quarkus.filter;

import dev.tollgate.quarkus.replay.HeadAlone;
import dev.tollgate.quarkus.replay.MissingAnswer;
import dev.tollgate.quarkus.replay.Sending;
import dev.tollgate.rest.call.CallFlow;
import io.vertx.core.Context;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.resteasy.reactive.client.handlers.VertxClientInputStream;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/** Looks at an answer before anybody else does, so that the application's filters and mappers see the last one only. */
@Singleton
@Priority(Integer.MAX_VALUE)
public class AnswerFilter implements ResteasyReactiveClientResponseFilter {

    @Override
    public void filter(ResteasyReactiveClientRequestContext context, ClientResponseContext response) {
        RestClientRequestContext request = context.unwrap(RestClientRequestContext.class);
        if (response.getStatus() == 0 || response.getHeaders() == null) {
            withoutAnswer(request); // a call that failed comes along here as well
            return;
        }
        Sending.showBody(request);
        Throwable failure = request.getThrowable();
        if (failure != null && HeadAlone.goesOn(request)) {
            return; // and comes along here again
        }
        if (failure == null || failure instanceof WebApplicationException || HeadAlone.is(request)) {
            new Resumption(request).after(answered(context, response, isOurs(context) && isStillToBeRead(request)));
        } else {
            cutShort(request, context, failure);
        }
    }

    private static void withoutAnswer(RestClientRequestContext request) {
        Throwable failure = request.getThrowable();
        if (failure != null) {
            MissingAnswer.shown(request, failure);
        }
    }

    private static void cutShort(
            RestClientRequestContext request, ResteasyReactiveClientRequestContext context, Throwable failure) {
        Throwable told = CallFlow.cutShort(context, failure);
        if (told != failure) {
            request.handleException(Resumption.asTheCallerGetsIt(request, told));
        }
    }

    private static CompletionStage<?> answered(
            ResteasyReactiveClientRequestContext context, ClientResponseContext response, boolean blocks) {
        return blocks
                ? Suspending.onItsOwnThread(() -> answered(context, response)).thenCompose(Function.identity())
                : answered(context, response);
    }

    private static CompletionStage<?> answered(
            ResteasyReactiveClientRequestContext context, ClientResponseContext response) {
        try {
            return CallFlow.answered(context, response);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isOurs(ResteasyReactiveClientRequestContext context) {
        return context.getProperty(CallFlow.CALL) != null;
    }

    /** Whoever reads such a body waits for what the event loop brings. */
    private static boolean isStillToBeRead(RestClientRequestContext request) {
        return Context.isOnEventLoopThread() && request.getResponseEntityStream() instanceof VertxClientInputStream;
    }
}
