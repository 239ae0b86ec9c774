package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.tollgate.testkit.Answer.Header;
import dev.tollgate.testkit.Answer.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;

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
                0);
    }

    static void write(HttpExchange exchange, Reply reply) throws IOException {
        for (Header header : reply.headers()) {
            exchange.getResponseHeaders().add(header.name(), header.value());
        }
        byte[] body = reply.body().getBytes(UTF_8);
        if (body.length == 0 || hasNoBody(exchange, reply.status())) {
            exchange.sendResponseHeaders(reply.status(), NO_BODY);
        } else {
            byte[] coded = Gzip.compressIfAccepted(exchange, body);
            exchange.sendResponseHeaders(reply.status(), coded.length);
            exchange.getResponseBody().write(coded);
        }
    }

    private static boolean hasNoBody(HttpExchange exchange, int status) {
        return exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
    }
}
