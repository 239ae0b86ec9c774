package dev.tollgate.it.scenarios;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource server that keeps bytes as they are; the first requests are refused if it is told so. */
final class RawServer implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Answers a request that is not refused. */
    @FunctionalInterface
    interface Handler {
        void handle(HttpExchange exchange, byte[] body) throws IOException;
    }

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;

    private RawServer(Handler handler) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", exchange -> answer(exchange, handler));
        http.start();
    }

    static RawServer start(Handler handler) throws IOException {
        return new RawServer(handler);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The next request gets a 401. */
    void refuseNext() {
        refusals.incrementAndGet();
    }

    List<String> authorizations() {
        return authorizations;
    }

    List<byte[]> bodies() {
        return bodies;
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            bodies.add(body);
            authorizations.add(
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "none"));
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                refuse(exchange, body);
            } else {
                handler.handle(exchange, body);
            }
        }
    }

    /** The refusal has bytes of its own, none of which may reach the caller. */
    private static void refuse(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        byte[] refusal = new byte[1 + body.length % 1000];
        exchange.sendResponseHeaders(401, refusal.length);
        exchange.getResponseBody().write(refusal);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
