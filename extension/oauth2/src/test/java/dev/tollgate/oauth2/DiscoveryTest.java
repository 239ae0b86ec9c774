package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.Hold;
import dev.tollgate.testkit.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeServerExtension.class)
class DiscoveryTest {

    private static final String OPENID = "/.well-known/openid-configuration";

    private static final int CALLERS = 16;

    private final ManualClock clock = new ManualClock();
    private final FakeServer fake;
    private final Server server;

    DiscoveryTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake);
    }

    @Test
    void issuerIsAskedOnceAndOnlyWhenATokenIsNeeded() {
        TokenSource source = server.discovered("").source();
        assertThat(fake.requests().count("/.well-known")).isZero();

        acquire(source);
        acquire(source);

        assertThat(fake.requests().count("/.well-known")).isEqualTo(1);
        assertThat(fake.requests().count("/token")).isEqualTo(2);
    }

    @Test
    void serverOfPlainOAuthHasItsMetadataElsewhere() {
        Server plain = server.discovered("");
        fake.faults().clear(OPENID).always("/.well-known/oauth-authorization-server", server.metadata(fake.uri(), ""));

        plain.acquire();

        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void serverThatIsDownIsAskedAgain() {
        TokenSource source = server.discovered("").source();
        fake.faults().next(OPENID, Answer.status(503));

        assertThat(Server.failure(() -> acquire(source))).isInstanceOf(TokenFailure.Transient.class);
        acquire(source);

        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void refreshTokenIsNotLostWithAnIssuerThatDoesNotAnswer() {
        TokenSource source = server.discovered("").source();
        fake.faults().always(OPENID, Answer.status(502));

        assertThat(Server.failure(() -> Server.refresh(source, Server.HELD, Server.PATIENCE)))
                .isInstanceOf(TokenFailure.Transient.class);
        assertThat(fake.requests().count("/token")).isZero();
    }

    @Test
    void refreshTokenIsUnsentWhileTheIssuerWantsToBeLeftAlone() {
        TokenSource source = server.discovered("").source();
        fake.faults().next(OPENID, Answer.unavailable(Duration.ofSeconds(7)));

        assertThat(Server.failure(() -> Server.refresh(source, Server.HELD, Server.PATIENCE)))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> {
                    assertThat(failure.wasSent()).isFalse();
                    assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"issuer\":\"\"}",
                "{\"token_endpoint\":\"https://id.example.com\"}",
                "<html>",
                "[]",
                "{",
                "null",
                ""
            })
    void refreshTokenIsNotLostWithMetadataThatAreOfNoUse(String body) {
        TokenSource source = server.discovered("").source();
        fake.faults().clear(OPENID).always(OPENID, Answer.status(200).body("application/json", body));

        assertThat(Server.failure(() -> Server.refresh(source, Server.HELD, Server.PATIENCE)))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("was answered with unusable metadata");
        assertThat(fake.requests().count("/token")).isZero();
    }

    @Test
    void metadataAreLookedUpAgainAfterADay() {
        TokenSource source = server.discovered("").source(clock);
        acquire(source);
        clock.advance(Discovery.FRESH.minusSeconds(1));
        acquire(source);
        assertThat(fake.requests().count(OPENID)).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        fake.faults().clear(OPENID).always(OPENID, metadataThatName("/moved"));
        fake.faults().always("/moved", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));
        acquire(source);

        assertThat(fake.requests().count(OPENID)).isEqualTo(2);
        assertThat(fake.requests().count("/moved")).isEqualTo(1);
    }

    @Test
    void metadataAreKeptWhereTheyCanNotBeLookedUpAgain() {
        TokenSource source = server.discovered("").source(clock);
        acquire(source);
        clock.advance(Discovery.FRESH);
        fake.faults().clear(OPENID).always(OPENID, Answer.status(503));

        acquire(source);
        acquire(source);
        assertThat(fake.requests().count(OPENID)).isEqualTo(2);

        clock.advance(Discovery.LOOKED_UP_AGAIN);
        acquire(source);
        assertThat(fake.requests().count(OPENID)).isEqualTo(3);
        assertThat(fake.requests().count("/token")).isEqualTo(4);
    }

    @Test
    void refreshGoesAtOnceToWhereTheEndpointHasMoved() {
        TokenSource source = server.discovered("").source();
        acquire(source);
        moveTheEndpoint();

        Server.refresh(source, Server.HELD, Server.PATIENCE);
        acquire(source);

        assertThat(fake.requests().count("/token")).isEqualTo(2);
        assertThat(fake.requests().to("/moved").get(0).body()).contains("refresh_token=rt-held");
        assertThat(fake.requests().count("/moved")).isEqualTo(2);
    }

    @Test
    void requestsThatComeTogetherAllFindTheMovedEndpoint() throws Exception {
        TokenSource source = server.discovered("").source();
        acquire(source);
        moveTheEndpoint();

        together(OPENID, () -> acquire(source));

        assertThat(fake.requests().count("/moved")).isEqualTo(CALLERS);
    }

    @Test
    void endpointThatIsGoneIsAskedOnce() {
        TokenSource source = server.discovered("").source();
        acquire(source);
        fake.faults().always("/token", Answer.status(404));

        assertThat(Server.failure(() -> Server.refresh(source, Server.HELD, Server.PATIENCE)))
                .hasMessageContaining("was answered with 404");

        assertThat(fake.requests().count("/token")).isEqualTo(2);
        assertThat(fake.requests().count(OPENID)).isEqualTo(2);
    }

    @Test
    void configuredEndpointIsAskedOnce() {
        fake.faults().always("/token", Answer.status(404));

        assertThat(Server.failure(server::acquire)).hasMessageContaining("was answered with 404");

        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    private void moveTheEndpoint() {
        fake.faults().always("/token", Answer.status(404));
        fake.faults().clear(OPENID).always(OPENID, metadataThatName("/moved"));
        fake.faults().always("/moved", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));
    }

    private Answer metadataThatName(String path) {
        return Answer.status(200)
                .body(
                        "application/json",
                        "{\"issuer\":\"" + fake.uri() + "\",\"token_endpoint\":\"" + fake.uri(path) + "\"}");
    }

    @Test
    void callersThatComeTogetherAskTheIssuerOnce() throws Exception {
        TokenSource source = server.discovered("").source();

        together(OPENID, () -> acquire(source));

        assertThat(fake.requests().count(OPENID)).isEqualTo(1);
        assertThat(fake.requests().count("/token")).isEqualTo(CALLERS);
    }

    /** Many do {@code call}, while the first request to {@code path} is held until it has come. */
    private void together(String path, Runnable call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (Hold asked = fake.hold(path)) {
            List<Future<?>> calls = Stream.generate(() -> call)
                    .limit(CALLERS)
                    .<Future<?>>map(callers::submit)
                    .toList();
            asked.awaitArrivals(1);
            asked.release();
            for (Future<?> one : calls) {
                one.get(30, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void metadataOfAnotherIssuerAreNotBelieved() {
        Server misled = server.discovered("");
        fake.faults().next(OPENID, server.metadata(URI.create("https://evil.example.com"), ""));

        assertThat(Server.failure(misled::acquire))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("another issuer, https://evil.example.com");
        assertThat(fake.requests().count("/token")).isZero();
    }

    @Test
    void secretsDoNotGoWhereTheNetworkCanNotBeTrusted() {
        Server misled = server.discovered("");
        fake.faults()
                .next(
                        OPENID,
                        Answer.status(200)
                                .body(
                                        "application/json",
                                        "{\"issuer\":\"" + fake.uri()
                                                + "\",\"token_endpoint\":\"http://id.example.com/token\"}"));

        assertThat(Server.failure(misled::acquire))
                .hasMessage("the token-endpoint of the issuer's metadata is not used: it is elsewhere");
    }

    @Test
    void configuredEndpointGoesBeforeTheMetadata() {
        Server both =
                server.discovered("").with("token-endpoint", fake.uri("/token").toString());

        both.acquire();

        assertThat(fake.requests().count("/.well-known")).isZero();
    }

    private static void acquire(TokenSource source) {
        source.acquire(Server.request(Server.PATIENCE)).toCompletableFuture().join();
    }
}
