package dev.tollgate.quarkus.replay;

import dev.tollgate.quarkus.wiring.ClientListener;
import dev.tollgate.rest.answer.AnswerBody;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.rest.replay.BodyWriting;
import dev.tollgate.rest.replay.CapturedBody;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.time.Deadline;
import io.netty.buffer.ByteBufInputStream;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartForm;

/** Restarts the handler chain of the client behind its request filters; the answer comes through the response filters. */
public final class QuarkusReplay implements Replay {

    @Override
    public boolean supports(ClientRequestContext request) {
        return request instanceof ClientRequestContextImpl;
    }

    @Override
    public Optional<Class<?>> clientInterface(ClientRequestContext request) {
        return Optional.ofNullable(context(request).getInvokedMethod())
                .map(Method::getDeclaringClass)
                .flatMap(declaring -> ClientListener.calledOf(request.getConfiguration(), declaring));
    }

    @Override
    public Optional<URI> home(ClientRequestContext request) {
        return Optional.ofNullable(ClientListener.baseOf(request.getConfiguration()));
    }

    @Override
    public boolean canResend(ClientRequestContext request) {
        Sending sending = Sending.of(context(request));
        return sending != null && sending.isUnchanged() && mayBeResent(request);
    }

    @Override
    public boolean mayBeResent(ClientRequestContext request) {
        Object entity = request.getEntity();
        return !(entity instanceof Multi)
                && !(entity instanceof QuarkusMultipartForm form && hasPartThatIsReadOnce(form));
    }

    private static boolean hasPartThatIsReadOnce(QuarkusMultipartForm form) {
        for (var part : form) {
            if (part != null && part.multiByteContent() != null) { // an object is written later
                return true;
            }
        }
        return false;
    }

    @Override
    public BodyWriting writing(ClientRequestContext request) {
        return Writing.of(context(request));
    }

    @Override
    public void copy(ClientRequestContext request, CapturedBody copy) {
        Sending.copy(context(request), copy);
    }

    @Override
    public boolean answeredByFilter(ClientRequestContext request) {
        return context(request).isAborted();
    }

    @Override
    public boolean followsRedirects(ClientRequestContext request) {
        return RedirectSetting.of(context(request));
    }

    /** Vert.x sends a request once. */
    @Override
    public boolean mayRepeat(ClientRequestContext request) {
        return false;
    }

    @Override
    public boolean tellsOfLeaving() {
        return true;
    }

    @Override
    public boolean canWatch(ClientRequestContext request) {
        return true;
    }

    @Override
    public void write(ClientRequestContext request) {
        Sending.write(context(request));
    }

    @Override
    public void watch(ClientRequestContext request, Consumer<Throwable> failed) {
        MissingAnswer.await(request, context(request), failed);
    }

    /** It comes along the response filters as it is. */
    @Override
    public void arrived(ClientRequestContext request, ClientResponseContext response) {}

    @Override
    public Optional<Class<?>> lastFilter(ClientRequestContext request) {
        List<ClientRequestFilter> filters = context(request).getConfiguration().getRequestFilters();
        return Optional.of(filters.get(filters.size() - 1).getClass());
    }

    /** Most answers have been read as a whole, and have given their connection back, when filters see them. */
    @Override
    public boolean isStillToCome(ClientResponseContext response) {
        InputStream body = response.getEntityStream();
        return body != null && !(body instanceof ByteBufInputStream) && !(body instanceof ByteArrayInputStream);
    }

    @Override
    public CompletionStage<Boolean> release(
            ClientRequestContext request, ClientResponseContext response, BodyShare room, Deadline until) {
        if (HeadAlone.is(context(request))) {
            return CompletableFuture.completedFuture(false);
        }
        try {
            return CompletableFuture.completedFuture(
                    isStillToCome(response)
                            ? AnswerBody.peek(response, room, until).isWhole()
                            : isKeptOrDropped(response, room));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isKeptOrDropped(ClientResponseContext response, BodyShare room) throws IOException {
        InputStream body = response.getEntityStream();
        if (body != null && !room.grow(body.available())) {
            body.close();
            response.setEntityStream(InputStream.nullInputStream());
        }
        return true;
    }

    @Override
    public Runnable abandonment(ClientRequestContext request, ClientResponseContext response) {
        HttpClientRequest sent = context(request).getHttpClientRequest();
        return () -> {
            if (sent != null) {
                sent.reset();
            }
        };
    }

    @Override
    public CompletionStage<Arrival> resend(
            ClientRequestContext request, ClientResponseContext response, Optional<byte[]> body) {
        RestClientRequestContext context = context(request);
        Sending sending = Sending.of(context);
        if (sending == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("has not been sent by this client"));
        }
        forget(context);
        sending.again(context, body);
        return CompletableFuture.completedFuture(Arrival.ANEW);
    }

    /** Whatever the first answer has left. */
    private static void forget(RestClientRequestContext context) {
        try (InputStream body = context.getResponseEntityStream()) {
            String download = context.getTmpFilePath();
            if (download != null) {
                context.clearTmpFilePath();
                Files.deleteIfExists(new File(download).toPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean unread = !context.isRegisterBodyHandler() && context.getResponseStatus() / 100 == 2;
        HttpClientRequest sent = context.getHttpClientRequest();
        if (unread && sent != null) {
            sent.reset();
        }
    }

    private static RestClientRequestContext context(ClientRequestContext request) {
        return ((ClientRequestContextImpl) request).getRestClientRequestContext();
    }
}
