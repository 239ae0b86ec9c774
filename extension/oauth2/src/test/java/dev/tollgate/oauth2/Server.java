package dev.tollgate.oauth2;

import dev.tollgate.source.Reason;
import dev.tollgate.source.Repeat;
import dev.tollgate.source.Revocation;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A source whose realm is configured for a server, and what becomes of asking it. */
record Server(FakeServer fake, Map<String, String> configured) {

    /** Ample: the first request of a JVM loads many classes, on a machine that may be busy. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final TokenSet HELD = TokenSet.of("at-held").refreshToken("rt-held").build();

    static Server of(FakeServer fake) {
        return new Server(fake, Map.of("client-id", "orders", "client-secret", "s3cr3t+/ü"))
                .with("token-endpoint", fake.uri("/token").toString());
    }

    Server with(String key, String value) {
        Map<String, String> more = new HashMap<>(configured);
        more.put(key, value);
        return new Server(fake, more);
    }

    Server without(String key) {
        Map<String, String> less = new HashMap<>(configured);
        less.remove(key);
        return new Server(fake, less);
    }

    /** The issuer is asked instead, and says {@code more} besides where its token endpoint is. */
    Server discovered(String more) {
        fake.faults().always("/.well-known/openid-configuration", metadata(fake.uri(), more));
        return without("token-endpoint").with("issuer", fake.uri().toString());
    }

    Answer metadata(URI issuer, String more) {
        return Answer.status(200)
                .body(
                        "application/json",
                        "{\"issuer\":\"" + issuer + "\",\"token_endpoint\":\"" + fake.uri("/token") + "\"" + more
                                + "}");
    }

    TokenSource source() {
        return checked(settings -> new OAuth2Provider().source(settings).orElseThrow());
    }

    /** The same by another clock. */
    TokenSource source(TimeSource time) {
        return checked(settings -> OAuth2Source.of(new OAuth2SettingsReader(settings).read(), time));
    }

    private TokenSource checked(Function<MapSettings, TokenSource> made) {
        MapSettings settings = new MapSettings(configured);
        TokenSource source = made.apply(settings);
        if (!settings.problems().isEmpty()) {
            throw new AssertionError(settings.problems());
        }
        return source;
    }

    TokenSet acquire() {
        return source().acquire(request(PATIENCE)).toCompletableFuture().join();
    }

    TokenSet refresh() {
        return refresh(source(), HELD, PATIENCE);
    }

    static TokenSet refresh(TokenSource source, TokenSet held, Duration patience) {
        return source.refresh(held, request(patience)).toCompletableFuture().join();
    }

    /** One whose refresh token must not be sent twice. */
    static TokenSet refreshOnce(TokenSource source, TokenSet held) {
        return source.refresh(held, request(PATIENCE, Repeat.NEVER))
                .toCompletableFuture()
                .join();
    }

    void revoke(TokenSet tokens) {
        Revocation wish = new Revocation("acme", SessionKey.APPLICATION, in(PATIENCE));
        source().revoke(tokens, wish).toCompletableFuture().join();
    }

    /** The failure with which {@code attempt} ends. */
    static TokenFailure failure(Runnable attempt) {
        try {
            attempt.run();
        } catch (TokenFailure e) {
            return e;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TokenFailure told) {
                return told;
            }
            throw e;
        }
        throw new AssertionError("it did not fail");
    }

    /** An attempt that may be made again: the server is not asked whether it is there. */
    static TokenRequest request(Duration patience) {
        return request(patience, Repeat.SAFE);
    }

    static TokenRequest request(Duration patience, Repeat repeat) {
        return new TokenRequest(
                "acme", SessionKey.APPLICATION, Reason.MISSING, () -> "OrdersClient.orders", in(patience), 1, repeat);
    }

    private static Deadline in(Duration patience) {
        return Deadline.in(patience, TimeSource.system());
    }

    /** A parameter of the last request to {@code path}. */
    String sent(String path, String name) {
        String body =
                fake.requests().to(path).get(fake.requests().count(path) - 1).body();
        for (String pair : body.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
