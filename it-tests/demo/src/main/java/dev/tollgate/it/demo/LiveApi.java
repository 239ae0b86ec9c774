package dev.tollgate.it.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An API that serves whoever has a token that has not expired. It believes what a JSON Web Token says of that without
 * verifying it, since it has nothing to lose.
 */
final class LiveApi implements AutoCloseable {

    static {
        // without it each answer on a kept connection may wait 40 ms; read when the first server is made
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 512;
    private static final String SCHEME = "Bearer ";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger rejected = new AtomicInteger();
    private final HttpServer http;

    private LiveApi() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        http.setExecutor(threads);
        http.createContext("/orders", this::orders);
        http.start();
    }

    static LiveApi open() {
        try {
            return new LiveApi();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** How many different tokens have been used. */
    int tokens() {
        return tokens.size();
    }

    /** How many requests were answered with 401. */
    int rejected() {
        return rejected.get();
    }

    private void orders(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> token = Optional.ofNullable(
                            exchange.getRequestHeaders().getFirst("Authorization"))
                    .filter(value -> value.startsWith(SCHEME))
                    .map(value -> value.substring(SCHEME.length()))
                    .filter(LiveApi::isCurrent);
            token.ifPresent(tokens::add);
            byte[] body = "[]".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            if (token.isEmpty()) {
                rejected.incrementAndGet();
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            }
            exchange.sendResponseHeaders(token.isPresent() ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** What does not say when it expires is good. */
    private static boolean isCurrent(String token) {
        try {
            return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet().getExpirationTime())
                    .map(expires -> Instant.now().isBefore(expires.toInstant()))
                    .orElse(true);
        } catch (ParseException e) {
            return true;
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
