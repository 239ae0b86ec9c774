package dev.tollgate.it.demo;

import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What applications write: whoever finds the token expired refreshes. */
final class HandWrittenFilter implements ClientRequestFilter {

    private record Tokens(String accessToken, String refreshToken, long expiresAt) {}

    private final TokenClient server;
    private final AtomicInteger refreshing = new AtomicInteger();
    private volatile Tokens tokens = new Tokens("", "", 0);

    HandWrittenFilter(TokenClient server) {
        this.server = server;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (request.getUri().getPath().startsWith("/public")) {
            return;
        }
        if (System.nanoTime() - tokens.expiresAt() >= 0) {
            refresh();
        }
        request.getHeaders().putSingle("Authorization", "Bearer " + tokens.accessToken());
    }

    void refresh() {
        Tokens used = tokens;
        refreshing.incrementAndGet();
        try {
            keep(server.refresh("refresh_token", used.refreshToken()));
        } catch (WebApplicationException sessionOver) {
            signInInsteadOf(used); // for the calls to come; this one has failed
            throw sessionOver;
        } finally {
            refreshing.decrementAndGet();
        }
    }

    private synchronized void signInInsteadOf(Tokens dead) {
        if (tokens.equals(dead)) {
            signIn();
        }
    }

    void signIn() {
        keep(server.login(Servers.alice()));
    }

    private void keep(JsonObject answer) {
        tokens = new Tokens(
                answer.getString("access_token"),
                answer.getString("refresh_token"),
                System.nanoTime() + TimeUnit.SECONDS.toNanos(answer.getInt("expires_in")));
    }

    int refreshing() {
        return refreshing.get();
    }
}
