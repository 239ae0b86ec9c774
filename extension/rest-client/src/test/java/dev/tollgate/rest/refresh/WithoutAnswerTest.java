package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guarantee 5: whether a refresh token may have been used up by a call that was not answered. */
class WithoutAnswerTest {

    @ParameterizedTest
    @MethodSource
    void requestThatNeverLeftMayBeMadeAgain(Exception thrown) {
        assertTransient(thrown);
        assertTransient(new ProcessingException(thrown));
        assertTransient(new CompletionException(new ProcessingException(new IOException(thrown))));
    }

    static Stream<Exception> requestThatNeverLeftMayBeMadeAgain() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new UnknownHostException("id.example.com"),
                new NoRouteToHostException("No route to host"),
                new SSLHandshakeException("PKIX path building failed"),
                new HttpConnectTimeoutException("HTTP connect timed out"),
                new IOException("Tunnel failed, got: 503"),
                new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 503 Service Unavailable\""),
                new ConnectTimeoutException(),
                new ConnectionPoolTimeoutException(),
                new ConnectionRequestTimeoutException(),
                new RequestAbortedException(new InterruptedException()));
    }

    @ParameterizedTest
    @MethodSource
    void requestThatMayHaveArrivedMustNotBeMadeAgain(Exception thrown) {
        assertUnknown(thrown);
        assertUnknown(new ProcessingException(thrown));
        assertUnknown(new CompletionException(new ProcessingException(new IOException(thrown))));
    }

    static Stream<Exception> requestThatMayHaveArrivedMustNotBeMadeAgain() {
        return Stream.of(
                new SocketException("Connection reset"),
                new SocketTimeoutException("Read timed out"),
                new HttpTimeoutException("request timed out"),
                new PortUnreachableException(),
                new TimeoutException(),
                new SSLException("closed"),
                new EOFException(),
                new InterruptedIOException(),
                new RequestAbortedException(null),
                new RequestAbortedException(new SocketException("Socket closed")),
                new CancellationException(),
                new IllegalStateException("whatever else"));
    }

    @Test
    void failureThatTellsItsKindKeepsIt() {
        TokenFailure failure = new TokenFailure.Terminal("the session is over");

        assertThat(RefreshOutcome.withoutAnswer(failure, "ShopClient.refresh", List.of()))
                .isSameAs(failure);
        assertThat(RefreshOutcome.withoutAnswer(
                        new ProcessingException(new IOException(failure)), "ShopClient.refresh", List.of()))
                .isSameAs(failure);
    }

    @Test
    void circleOfCausesIsLookedThroughOnce() {
        Exception thrown = new ProcessingException(circle(new Exception(), new SocketException("Connection reset")));

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertUnknown(thrown));
    }

    @Test
    void causeInsideACircleIsFound() {
        Exception thrown = circle(new Exception(), new ConnectException("Connection refused"));

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertTransient(thrown));
    }

    private static Exception circle(Exception first, Exception second) {
        first.initCause(second);
        second.initCause(first);
        return first;
    }

    private static void assertTransient(Exception thrown) {
        assertThat(RefreshOutcome.withoutAnswer(thrown, "ShopClient.refresh", List.of()))
                .isInstanceOf(TokenFailure.Transient.class)
                .hasMessage("ShopClient.refresh did not reach the server")
                .extracting(Throwable::getCause)
                .isSameAs(thrown);
    }

    private static void assertUnknown(Exception thrown) {
        assertThat(RefreshOutcome.withoutAnswer(thrown, "ShopClient.refresh", List.of()))
                .isInstanceOf(TokenFailure.OutcomeUnknown.class)
                .hasMessage("ShopClient.refresh got no usable answer")
                .extracting(Throwable::getCause)
                .isSameAs(thrown);
    }

    /** Called like that of Apache's client, as the others are. */
    private static final class ConnectTimeoutException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** No connection in time, of Apache's client 4. */
    private static final class ConnectionPoolTimeoutException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** No connection in time, of Apache's client 5. */
    private static final class ConnectionRequestTimeoutException extends InterruptedIOException {
        private static final long serialVersionUID = 1L;
    }

    /** Of a thread that was interrupted while it waited for a connection, and of a request that was broken off. */
    private static final class RequestAbortedException extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        RequestAbortedException(@Nullable Exception cause) {
            super("Request aborted");
            initCause(cause);
        }
    }
}
