package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeServerExtension.class)
class DiscoveryTest {

    private static final String OPENID = "/.well-known/openid-configuration";

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
