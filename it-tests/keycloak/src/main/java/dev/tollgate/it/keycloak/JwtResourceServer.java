package dev.tollgate.it.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.it.keycloak.AccessTokenVerifier.Verified;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that serves whoever has a valid token of the issuer, and the key that it is bound to, and remembers which tokens it saw. */
public final class JwtResourceServer implements AutoCloseable {

    static {
        // without it each answer on a kept connection may wait 40 ms; read when the first server is made
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 256;

    private final ExecutorService threads = Executors.newCachedThreadPool(JwtResourceServer::daemon);
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicInteger unproven = new AtomicInteger();
    private final Set<String> tokens = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> keys = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> boundTo = Collections.synchronizedSet(new LinkedHashSet<>());
    private final AccessTokenVerifier verifier;
    private final Possession possession = new Possession();
    private volatile Instant latestExpiry = Instant.MIN;
    private final HttpServer http;

    private JwtResourceServer(AccessTokenVerifier verifier) throws IOException {
        this.verifier = verifier;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        http.setExecutor(threads);
        http.createContext("/orders", this::orders);
    }

    /** Starts a resource server that trusts the realm of {@code keycloak}. */
    public static JwtResourceServer trusting(KeycloakServer keycloak) {
        try {
            AccessTokenVerifier verifier = new AccessTokenVerifier(keycloak.issuer(), keycloak.certs());
            JwtResourceServer server = new JwtResourceServer(verifier);
            server.http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the resource server could not be started", e);
        }
    }

    /** Where it listens. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Says who asks, and the id of the token: {@code {"user":"alice","jti":"…"}}. */
    public URI orders() {
        return base().resolve("/orders");
    }

    /** How many requests had a valid token. */
    public int served() {
        return served.get();
    }

    /** How many requests were answered with 401. */
    public int rejected() {
        return rejected.get();
    }

    /** How many of these had a valid token, but were not proven to have its key. */
    public int unproven() {
        return unproven.get();
    }

    /** The thumbprints of the keys to which the valid tokens were bound (RFC 9449 §6.1). */
    public Set<String> boundTo() {
        return Set.copyOf(boundTo);
    }

    /** The ids of the valid tokens, in the order in which each came for the first time. */
    public List<String> distinctTokens() {
        return List.copyOf(tokens);
    }

    /** The keys with which the valid tokens were signed, in the order in which each came for the first time. */
    public List<String> signingKeys() {
        return List.copyOf(keys);
    }

    /** When the last of the valid tokens expires. */
    public Instant latestExpiry() {
        return latestExpiry;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void orders(HttpExchange exchange) throws IOException {
        try (exchange) {
            // the connection is closed after a request whose body nobody has read
            exchange.getRequestBody().readAllBytes();
            Optional<Presented> shown = Presented.in(exchange, base());
            Optional<Verified> token = shown.map(Presented::token).flatMap(verifier::verify);
            if (token.isEmpty()) {
                reject(exchange, "Bearer error=\"invalid_token\"");
            } else if (possession.isProven(shown.get(), token.get().claims())) {
                serve(exchange, token.get());
            } else {
                unproven.incrementAndGet();
                reject(exchange, "DPoP error=\"invalid_dpop_proof\"");
            }
        } catch (IllegalStateException noKeys) {
            answer(exchange, 503, String.valueOf(noKeys.getCause()));
        }
    }

    private void serve(HttpExchange exchange, Verified token) throws IOException {
        JWTClaimsSet claims = token.claims();
        tokens.add(claims.getJWTID());
        keys.add(token.key());
        Possession.keyOf(claims).ifPresent(boundTo::add);
        noteExpiry(claims.getExpirationTime().toInstant());
        served.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, 200, json(String.valueOf(claims.getClaim("preferred_username")), claims.getJWTID()));
    }

    private synchronized void noteExpiry(Instant expiry) {
        latestExpiry = expiry.isAfter(latestExpiry) ? expiry : latestExpiry;
    }

    private void reject(HttpExchange exchange, String challenge) throws IOException {
        rejected.incrementAndGet();
        exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
        answer(exchange, 401, "");
    }

    private static String json(String user, String jti) {
        return Json.createObjectBuilder()
                .add("user", user)
                .add("jti", jti)
                .build()
                .toString();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "resource-server");
        thread.setDaemon(true);
        return thread;
    }
}
