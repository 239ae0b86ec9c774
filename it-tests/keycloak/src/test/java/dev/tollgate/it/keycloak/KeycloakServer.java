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
 * once.
 */
final class KeycloakServer implements AutoCloseable {

    static final String REALM = "acme";

    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final KeycloakAdmin.Account ADMIN = new KeycloakAdmin.Account("admin", "admin");

    private final ProcessTree process;
    private final URI base;
    private final KeycloakAdmin admin;

    private KeycloakServer(ProcessTree process, URI base) {
        this.process = process;
        this.base = base;
        this.admin = new KeycloakAdmin(base, REALM, ADMIN);
    }

    /** Starts a server on a free port of the loopback interface, and waits until it is ready. */
    static KeycloakServer start() {
        try {
            KeycloakDistribution distribution = KeycloakDistribution.unpacked();
            distribution.build();
            distribution.provide(REALM, "/tollgate-realm.json");
            return start(distribution, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be started", e);
        }
    }

    private static KeycloakServer start(KeycloakDistribution distribution, int port) throws IOException {
        KeycloakServer server =
                new KeycloakServer(distribution.start(port, ADMIN), URI.create("http://127.0.0.1:" + port));
        try {
            server.awaitReady(distribution.log());
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
    URI base() {
        return base;
    }

    /** The issuer of the realm's tokens; also the root of its discovery document. */
    String issuer() {
        return base + "/realms/" + REALM;
    }

    URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** The keys that sign the realm's tokens. */
    URI certs() {
        return URI.create(issuer() + "/protocol/openid-connect/certs");
    }

    KeycloakAdmin admin() {
        return admin;
    }

    @Override
    public void close() {
        process.close();
    }
}
