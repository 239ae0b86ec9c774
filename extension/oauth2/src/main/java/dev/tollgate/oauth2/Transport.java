package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import dev.tollgate.time.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends the requests of the SDK, each once: nothing is tried again here, and no redirect is followed. The deadline holds
 * for the whole answer, its body included.
 */
final class Transport {

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private static final byte[] NOTHING = {};

    private final Connections connections;
    private final Optional<Duration> readTimeout;
    private final Map<String, String> headers;
    private final Outages outages;

    /** @param headers what each request has beside, but one that has nothing in it */
    Transport(Connections connections, Optional<Duration> readTimeout, Map<String, String> headers, Outages outages) {
        this.connections = connections;
        this.readTimeout = readTimeout;
        this.headers = headers;
        this.outages = outages;
    }

    HTTPResponse send(HTTPRequest request, Deadline deadline) throws IOException {
        return request.send(plain -> answer(plain, deadline));
    }

    /**
     * What {@code place} answers to a GET that has nothing in it, without the body. The connection is there for the request
     * that follows; one that the server has closed meanwhile is replaced by the JDK's client, which a POST is not.
     */
    HTTPResponse ask(URI place, Deadline deadline) throws IOException {
        HttpRequest.Builder request = begun(place);
        return translated(exchanged(request.build(), BodyHandlers.discarding(), deadline));
    }

    /**
     * What {@code place} answers to a GET.
     *
     * @param own whether it is the server's, and may have the headers that only that one is meant to see
     */
    HTTPResponse get(URI place, boolean own, Deadline deadline) throws IOException {
        HttpRequest.Builder request = begun(place);
        if (own) {
            headers.forEach(request::setHeader);
        }
        return received(request.build(), deadline);
    }

    private HTTPResponse answer(ReadOnlyHTTPRequest request, Deadline deadline) throws IOException {
        return received(translated(request), deadline);
    }

    private HTTPResponse received(HttpRequest request, Deadline deadline) throws IOException {
        HttpResponse<byte[]> response = exchanged(request, head -> new BoundedBody(), deadline);
        HTTPResponse answer = translated(response);
        byte[] bytes = Objects.requireNonNullElse(response.body(), NOTHING); // there is none of a refused tunnel
        answer.setBody(AnswerText.of(bytes, response.headers().firstValue("Content-Encoding")));
        return answer;
    }

    /** Why a request got no answer, for the end of a message. */
    String reason(Throwable thrown) {
        return outages.reason(thrown);
    }

    private <T> HttpResponse<T> exchanged(HttpRequest request, BodyHandler<T> body, Deadline deadline)
            throws IOException {
        try {
            HttpResponse<T> answer = awaited(request, body, deadline);
            outages.ended();
            return answer;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            outages.begun(request.uri(), e);
            throw e;
        }
    }

    private <T> HttpResponse<T> awaited(HttpRequest request, BodyHandler<T> body, Deadline deadline)
            throws IOException {
        CompletableFuture<HttpResponse<T>> exchange = connections.begin(client -> client.sendAsync(request, body));
        try {
            return exchange.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within attempt-timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } finally {
            exchange.cancel(true); // ends the connection of one that is not done
        }
    }

    private HttpRequest translated(ReadOnlyHTTPRequest request) {
        String body = request.getBody();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder builder =
                begun(request.getURI()).method(request.getMethod().name(), publisher);
        headers.forEach(builder::setHeader);
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** Some servers answer with a form unless JSON is asked for. */
    private HttpRequest.Builder begun(URI place) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(place).header("Accept", "application/json");
        readTimeout.ifPresent(builder::timeout);
        connections.proxyAuthorization().ifPresent(value -> builder.header(PROXY_AUTHORIZATION, value));
        return builder;
    }

    private static HTTPResponse translated(HttpResponse<?> response) {
        HTTPResponse answer = new HTTPResponse(response.statusCode());
        response.headers().map().forEach((name, values) -> answer.setHeader(name, values.toArray(String[]::new)));
        return answer;
    }
}
