package dev.tollgate.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The content coding that clients ask for and use (RFC 9110 §8.4.1.3). */
final class Gzip {

    private static final String NAME = "gzip";

    private Gzip() {}

    static byte[] read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length == 0 || !mentions(exchange.getRequestHeaders(), "Content-Encoding")) {
            return body;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        }
    }

    static byte[] compressIfAccepted(HttpExchange exchange, byte[] body) throws IOException {
        if (!mentions(exchange.getRequestHeaders(), "Accept-Encoding")) {
            return body;
        }
        exchange.getResponseHeaders().set("Content-Encoding", NAME);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }

    private static boolean mentions(Headers headers, String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(NAME));
    }
}
