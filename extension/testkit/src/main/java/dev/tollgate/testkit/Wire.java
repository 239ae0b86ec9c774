package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.tollgate.testkit.Answer.Drip;
import dev.tollgate.testkit.Answer.Header;
import dev.tollgate.testkit.Answer.Reply;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Between an exchange of the JDK's server and what the fake server knows of it. */
final class Wire {

    private static final int NO_BODY = -1;

    private Wire() {}

    static Recorded read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String body = new String(Gzip.read(exchange), UTF_8);
        return new Recorded(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                exchange.getRequestHeaders(),
                body,
                0,
                certificateOf(exchange));
    }

    private static @Nullable String certificateOf(HttpExchange exchange) {
        if (!(exchange instanceof HttpsExchange secured)) {
            return null;
        }
        try {
            return SelfSigned.thumbprint(secured.getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException none) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(HttpExchange exchange, Reply reply) throws IOException {
        addHeaders(exchange, reply);
        byte[] body = reply.body().getBytes(UTF_8);
        if (body.length == 0 || hasNoBody(exchange, reply.status())) {
            exchange.sendResponseHeaders(reply.status(), NO_BODY);
        } else {
            byte[] coded = Gzip.compressIfAccepted(exchange, body);
            exchange.sendResponseHeaders(reply.status(), coded.length);
            exchange.getResponseBody().write(coded);
        }
    }

    /** The connection is closed with the exchange, because bytes are missing then. */
    static void writeHalf(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = announced(exchange, reply);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    static void drip(HttpExchange exchange, Drip drip, BooleanSupplier wanted) throws IOException {
        byte[] body = announced(exchange, drip.reply());
        for (int sent = 0; sent < body.length && wanted.getAsBoolean(); sent++) {
            LockSupport.parkNanos(drip.pause().toNanos());
            exchange.getResponseBody().write(body[sent]);
            exchange.getResponseBody().flush();
        }
    }

    /** Sends the head, which tells of the whole body. */
    private static byte[] announced(HttpExchange exchange, Reply reply) throws IOException {
        addHeaders(exchange, reply);
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        return body;
    }

    private static void addHeaders(HttpExchange exchange, Reply reply) {
        for (Header header : reply.headers()) {
            exchange.getResponseHeaders().add(header.name(), header.value());
        }
    }

    private static boolean hasNoBody(HttpExchange exchange, int status) {
        return exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
    }
}
