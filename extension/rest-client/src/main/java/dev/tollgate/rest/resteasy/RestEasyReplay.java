package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.answer.AnswerBody;
import dev.tollgate.rest.filter.CopiedBody;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.rest.replay.BodyWriting;
import dev.tollgate.rest.replay.CapturedBody;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.waiting.Blocking;
import dev.tollgate.time.Deadline;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.internal.ClientConfiguration;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestHeaders;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponse;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponseContextImpl;
import org.jboss.resteasy.client.jaxrs.internal.proxy.ClientInvoker;

/**
 * Sends the same {@link ClientInvocation} once more through the client's HTTP engine, which is below the filters. A
 * non-blocking engine is declined: its answers arrive on a thread that must not wait.
 */
public final class RestEasyReplay implements Replay {

    private static final System.Logger LOG = System.getLogger("dev.tollgate.rest");
    private static final String RETRY_POST = "sun.net.http.retryPost";

    /** All that the methods use, so that where one of them is absent or hidden no call fails in its middle. */
    private static final List<Class<?>> USED = List.of(
            ClientConfiguration.class,
            ClientHttpEngine.class,
            ClientInvocation.class,
            ClientInvoker.class,
            ClientRequestContextImpl.class,
            ClientRequestHeaders.class,
            ClientResponse.class,
            ClientResponseContextImpl.class,
            ResteasyClient.class);

    /** For the service loader; fails to link where RESTEasy is absent. */
    public RestEasyReplay() {
        Objects.requireNonNull(USED);
    }

    @Override
    public boolean supports(ClientRequestContext request) {
        return request instanceof ClientRequestContextImpl;
    }

    @Override
    public boolean mayBeResent(ClientRequestContext request) {
        return EngineKind.of(engine(request)) != EngineKind.NON_BLOCKING;
    }

    @Override
    public boolean canResend(ClientRequestContext request) {
        return mayBeResent(request);
    }

    @Override
    public Optional<Class<?>> clientInterface(ClientRequestContext request) {
        return Optional.ofNullable(invocation(request).getClientInvoker()).map(invoker -> invoker.getDeclaring());
    }

    @Override
    public Optional<URI> home(ClientRequestContext request) {
        return Optional.ofNullable(invocation(request).getClientInvoker()).flatMap(BaseAddress::of);
    }

    @Override
    public boolean answeredByFilter(ClientRequestContext request) {
        return ((ClientRequestContextImpl) request).getAbortedWithResponse() != null;
    }

    @Override
    public boolean followsRedirects(ClientRequestContext request) {
        ClientHttpEngine engine = engine(request);
        // whatever it is told, it follows the redirects of a GET, with all headers that may carry the token
        boolean always = EngineKind.of(engine) == EngineKind.URL_CONNECTION
                && request.getMethod().equals(HttpMethod.GET);
        return always || isToldTo(engine);
    }

    @Override
    public boolean mayRepeat(ClientRequestContext request) {
        // Apache's client takes everything but a GET for what must not be repeated; the JDK's repeats even a POST
        return request.getMethod().equals(HttpMethod.GET)
                || (EngineKind.of(engine(request)) == EngineKind.URL_CONNECTION
                        && Boolean.parseBoolean(System.getProperty(RETRY_POST, "true")));
    }

    private static boolean isToldTo(ClientHttpEngine engine) {
        try {
            return engine.isFollowRedirects();
        } catch (UnsupportedOperationException e) {
            return false; // an engine that can not be told to follow does not
        }
    }

    @Override
    public boolean tellsOfLeaving() {
        return false;
    }

    @Override
    public Optional<Class<?>> lastFilter(ClientRequestContext request) {
        ClientRequestFilter[] filters = invocation(request).getRequestFilters();
        return Optional.of(filters[filters.length - 1].getClass());
    }

    @Override
    public BodyWriting writing(ClientRequestContext request) {
        return Writing.of(invocation(request));
    }

    /** What reaches the connection is copied, beneath all interceptors and what a filter has put around the stream. */
    @Override
    public void copy(ClientRequestContext request, CapturedBody copy) {
        CopyingStream.begin(invocation(request), copy);
    }

    /** The answers of a non-blocking engine are waited for on other threads than those of the filters. */
    @Override
    public boolean canWatch(ClientRequestContext request) {
        return canResend(request);
    }

    @Override
    public void write(ClientRequestContext request) {
        Writing.now(request, invocation(request));
    }

    @Override
    public void watch(ClientRequestContext request, Consumer<Throwable> failed) {
        WatchedSending.of(request, invocation(request), failed);
    }

    @Override
    public void arrived(ClientRequestContext request, ClientResponseContext response) {
        LastAnswer.of(request).ifPresent(answer -> LastAnswer.put(answer, request, response));
    }

    @Override
    public boolean isStillToCome(ClientResponseContext response) {
        InputStream body = response.getEntityStream();
        return body != null && !(body instanceof ByteArrayInputStream);
    }

    @Override
    public CompletionStage<Boolean> release(
            ClientRequestContext request, ClientResponseContext response, BodyShare room, Deadline until) {
        return Blocking.WAITING.apart(() -> releaseNow(request, response, room, until));
    }

    private static boolean releaseNow(
            ClientRequestContext request, ClientResponseContext response, BodyShare room, Deadline until)
            throws IOException {
        AnswerBody body = AnswerBody.peek(response, room, until);
        boolean whole = body.isWhole();
        if (body.isGivenUp()) {
            end(LastAnswer.of(request, response));
        }
        if (whole && response.getEntityStream() == null) {
            LastAnswer.of(request, response).releaseConnection();
        }
        return whole;
    }

    @Override
    public Runnable abandonment(ClientRequestContext request, ClientResponseContext response) {
        ClientResponse answer = LastAnswer.of(request, response);
        return () -> end(answer);
    }

    private static void end(ClientResponse answer) {
        try {
            answer.releaseConnection(false);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection could not be closed", e);
        }
    }

    @Override
    public CompletionStage<Arrival> resend(
            ClientRequestContext request, ClientResponseContext response, Optional<byte[]> body) {
        return Blocking.WAITING.apart(() -> resendNow(request, response, body));
    }

    private static Arrival resendNow(
            ClientRequestContext request, ClientResponseContext response, Optional<byte[]> body) throws IOException {
        ClientInvocation invocation = invocation(request);
        body.ifPresent(bytes -> {
            request.setProperty(CopiedBody.BYTES, bytes);
            CopyingStream.passFilters(invocation);
        });
        ClientResponse next =
                (ClientResponse) invocation.getClient().httpEngine().invoke(invocation);
        AnswerBody.letGo(response);
        LastAnswer.put(next, request, response);
        return Arrival.IN_PLACE;
    }

    private static ClientHttpEngine engine(ClientRequestContext request) {
        return invocation(request).getClient().httpEngine();
    }

    private static ClientInvocation invocation(ClientRequestContext request) {
        return ((ClientRequestContextImpl) request).getInvocation();
    }
}
