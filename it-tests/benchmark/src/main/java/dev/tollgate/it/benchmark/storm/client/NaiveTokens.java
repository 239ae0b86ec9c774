package dev.tollgate.it.benchmark.storm.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The tokens of a hand-written filter: whoever finds them expired refreshes for itself. */
@ApplicationScoped
public class NaiveTokens {

    private record Held(String accessToken, String refreshToken, long expiresAt) {}

    private volatile Held held = new Held("", "", System.nanoTime());

    @Inject
    @RestClient
    NaiveTokenClient server;

    /** The access token to send. */
    public String accessToken() {
        if (System.nanoTime() - held.expiresAt() >= 0) {
            refresh();
        }
        return held.accessToken();
    }

    /** Gets new ones. Where the session is over, this call has failed, and the user signs in for those to come. */
    public void refresh() {
        Held used = held;
        try {
            keep(server.refresh(used.refreshToken()));
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 400) {
                signInInsteadOf(used);
            }
            throw e;
        }
    }

    /** Signs in. */
    public void signIn() {
        keep(server.login());
    }

    private synchronized void signInInsteadOf(Held dead) {
        if (held.equals(dead)) {
            signIn();
        }
    }

    private void keep(JsonObject tokens) {
        held = new Held(
                tokens.getString("access_token"),
                tokens.getString("refresh_token"),
                System.nanoTime() + TimeUnit.SECONDS.toNanos(tokens.getInt("expires_in")));
    }
}
