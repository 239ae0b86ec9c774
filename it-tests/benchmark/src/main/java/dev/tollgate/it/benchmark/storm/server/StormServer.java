package dev.tollgate.it.benchmark.storm.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.it.benchmark.storm.server.Entry.GuestToken;
import dev.tollgate.it.benchmark.storm.server.Entry.Rejection;
import dev.tollgate.it.benchmark.storm.server.Entry.TokenCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** {@code /token}, {@code /login}, {@code /public/..} for everyone and {@code /api/..} for who has a good token. */
final class StormServer implements AutoCloseable {

    static {
        // head and body are written apart; with Nagle's algorithm the body would wait 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;
    private static final byte[] ITEM = "{\"item\":\"a small thing\",\"price\":42}".getBytes(UTF_8);
    private static final byte[] NOTHING = "{}".getBytes(UTF_8);

    /** As many as there are requests: a delayed one must not hold up another. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final HttpServer http;
    private volatile Weather weather = new Weather(new Behaviour(Duration.ofHours(1), Duration.ZERO, false, 0));

    StormServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), BACKLOG);
        http.setExecutor(threads);
        http.createContext("/public/", this::open);
        http.createContext("/api/", this::guarded);
        http.createContext("/login", this::login);
        http.createContext("/token", this::token);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    Weather weather() {
        return weather;
    }

    void begin(Behaviour behaviour) {
        weather = new Weather(behaviour);
    }

    private void open(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            weather.journal.add(new GuestToken(Micros.now()));
        }
        pause(Behaviour.RESOURCE.toMillis());
        answer(exchange, 200, ITEM);
    }

    private void guarded(HttpExchange exchange) throws IOException {
        Weather now = weather;
        long arrived = Micros.now();
        String token = token(exchange.getRequestHeaders().getFirst("Authorization"));
        if (now.tokens.isGood(token)) {
            pause(Behaviour.RESOURCE.toMillis());
            answer(exchange, 200, ITEM);
        } else {
            pause(now.rejectionMillis());
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            now.journal.add(new Rejection(arrived, Micros.now(), Tokens.number(token)));
            answer(exchange, 401, NOTHING);
        }
    }

    private static String token(String authorization) {
        return authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
    }

    private void login(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(exchange, 200, json(weather.tokens.login(), weather.behaviour));
    }

    private void token(HttpExchange exchange) throws IOException {
        Weather now = weather;
        long begin = Micros.now();
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String refreshToken = form.replaceFirst("(?s)(^|.*&)refresh_token=([^&]*).*", "$2");
        if (now.isOutage()) {
            now.journal.add(new TokenCall(begin, Micros.now(), 503, -1));
            answer(exchange, 503, NOTHING);
            return;
        }
        long age = now.tokens.ageOfNewest(refreshToken);
        pause(now.behaviour.tokenCall().toMillis());
        Optional<Tokens.Issued> issued = form.contains("grant_type=password")
                ? Optional.of(now.tokens.login())
                : now.tokens.refresh(refreshToken, age);
        int status = issued.isPresent() ? 200 : 400;
        now.journal.add(new TokenCall(begin, Micros.now(), status, age));
        answer(
                exchange,
                status,
                issued.map(tokens -> json(tokens, now.behaviour)).orElse(invalidGrant()));
    }

    private static byte[] invalidGrant() {
        return "{\"error\":\"invalid_grant\"}".getBytes(UTF_8);
    }

    private static byte[] json(Tokens.Issued tokens, Behaviour behaviour) {
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"refresh_token\":\"%s\"}"
                .formatted(tokens.accessToken(), behaviour.life().toSeconds(), tokens.refreshToken())
                .getBytes(UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
