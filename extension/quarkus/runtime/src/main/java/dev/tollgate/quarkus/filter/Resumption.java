package dev.tollgate.quarkus.filter;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jspecify.annotations.Nullable;

/** Suspends a request until a step of its call has ended. */
record Resumption(RestClientRequestContext request) {

    /** Lets the next filter see the request when {@code step} has ended; if that failed, the caller gets the failure. */
    void after(CompletionStage<?> step) {
        CompletableFuture<?> future = step.toCompletableFuture();
        if (future.isDone()) {
            if (future.isCompletedExceptionally()) {
                step.whenComplete((value, thrown) -> end(thrown));
            }
            return;
        }
        Executor place = Place.here();
        request.suspend();
        step.whenComplete((value, thrown) -> {
            end(thrown);
            request.resume(place);
        });
    }

    /** Ends the request, which is suspended, with {@code thrown}. */
    void instead(Throwable thrown) {
        fail(thrown);
        request.resume();
    }

    private void end(@Nullable Throwable thrown) {
        if (request.isUserCanceled()) {
            fail(new CancellationException("the caller has cancelled the call"));
        } else if (thrown != null) {
            fail(thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown);
        }
    }

    /** The application's response filters see answers, not failures. */
    private void fail(Throwable thrown) {
        request.setAbortHandlerChainStarted(false);
        request.setAbortHandlerChain(request.getAbortHandlerChainWithoutResponseFilters());
        request.handleException(asTheCallerGetsIt(request, thrown));
    }

    /** Where a {@link ProcessingException} has a cause, callers get the cause, but for those of a {@code CompletionStage}. */
    static Throwable asTheCallerGetsIt(RestClientRequestContext request, Throwable thrown) {
        Method method = request.getInvokedMethod();
        boolean asItIs = method != null
                && (CompletionStage.class.isAssignableFrom(method.getReturnType())
                        || Multi.class.isAssignableFrom(method.getReturnType()));
        return !asItIs && thrown instanceof ProcessingException && thrown.getCause() != null
                ? new ProcessingException(thrown)
                : thrown;
    }
}
