package dev.tollgate.it.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/**
 * A running Keycloak with the realm {@code acme} of {@code tollgate-realm.json}: the public client {@code shop}, the
 * confidential client {@code orders}, the user {@code alice}; access tokens of five seconds, and refresh tokens that work
 * once. What happens in it outlives a stop.
 */
public final class KeycloakServer implements AutoCloseable {

    static final String REALM = "acme";

    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(200);
    static final KeycloakAdmin.Account ADMIN = new KeycloakAdmin.Account("admin", "admin");

    private final KeycloakDistribution distribution;
    private final int port;
    private final URI base;
    private final KeycloakAdmin admin;
    private volatile ProcessTree process;

    private KeycloakServer(KeycloakDistribution distribution, int port) throws IOException {
        this.distribution = distribution;
        this.port = port;
        this.process = distribution.start(port, ADMIN);
        this.base = URI.create("http://127.0.0.1:" + port);
        this.admin = KeycloakAdmin.at(base);
    }

    /** Starts a server on a free port of the loopback interface, and waits until it is ready. */
    public static KeycloakServer start() {
        try {
            KeycloakDistribution distribution = KeycloakDistribution.unpacked();
            distribution.build();
            distribution.forgetEarlierRuns();
            distribution.provide(REALM, "/tollgate-realm.json");
            KeycloakServer server = new KeycloakServer(distribution, freePort());
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be started", e);
        }
    }

    /** Ends it in good order, as an administrator does; its data stay. */
    public void stop() {
        process.end();
    }

    /** Starts it where it was, with the data that it had, and waits until it is ready. */
    public void startAgain() {
        try {
            process = distribution.start(port, ADMIN);
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be started again", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        try {
            awaitReady(distribution.log());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void awaitReady(LogFile log) {
        long start = System.nanoTime();
        while (!isReady()) {
            if (process.endsWithin(POLL)) {
                throw log.error("Keycloak ended with " + process.exitCode() + " before it was ready");
            }
            if (System.nanoTime() - start > READY_PATIENCE.toNanos()) {
                throw log.error("Keycloak is not ready after " + READY_PATIENCE);
            }
        }
    }

    private boolean isReady() {
        try {
            return Http.get(base.resolve("/health/ready")).status() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    /** Where the server listens, without the realm. */
    public URI base() {
        return base;
    }

    /** The issuer of the realm's tokens; also the root of its discovery document. */
    public String issuer() {
        return base + "/realms/" + REALM;
    }

    /** Where tokens are asked for. */
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** The keys that sign the realm's tokens. */
    public URI certs() {
        return URI.create(issuer() + "/protocol/openid-connect/certs");
    }

    /** The eyes and hands of its administrator. */
    public KeycloakAdmin admin() {
        return admin;
    }

    @Override
    public void close() {
        process.close();
    }
}
