package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.Recorded;
import dev.tollgate.token.TokenSet;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeServerExtension.class)
class DpopTest {

    private static final String KEY = "dpop_jwk";
    private static final Answer ASKS_FOR_NONCE =
            Answer.status(400).header("DPoP-Nonce", "n").body("application/json", "{\"error\":\"use_dpop_nonce\"}");

    private final FakeServer fake;
    private final Server server;

    DpopTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake).with("dpop", "true");
    }

    @BeforeEach
    void tokensWithoutAKeyAreNotIssued() {
        fake.tokens().proofs().require(true);
    }

    @Test
    void tokensAreBoundToAKeyThatIsKeptWithThem() {
        TokenSet tokens = server.acquire();

        assertThat(tokens.tokenType()).isEqualTo("DPoP");
        assertThat(tokens.attributes().get(KEY)).contains("\"d\":");
        assertThat(tokens.toString()).doesNotContain("\"d\"", "jwk");
        assertThat(fake.tokens().proofs().keys()).hasSize(1);
    }

    @Test
    void eachSessionHasAKeyOfItsOwn() {
        TokenSource source = server.source();

        acquire(source);
        acquire(source);

        assertThat(fake.tokens().proofs().keys()).hasSize(2);
    }

    @Test
    void refreshTokenOfAPublicClientStaysWithItsKey() {
        Server alice = publicClient();
        TokenSet tokens = alice.acquire();
        for (int i = 0; i < 5; i++) {
            tokens = Server.refresh(alice.source(), tokens, Server.PATIENCE).over(tokens);
        }

        assertThat(fake.tokens().refreshes()).isEqualTo(5);
        assertThat(fake.tokens().proofs().keys()).hasSize(1);
        assertThat(fake.tokens().proofs().accepted()).isEqualTo(6);
        TokenSet withAnotherKey =
                tokens.toBuilder().attribute(KEY, keyOf(server.acquire())).build();
        assertThat(Server.failure(() -> Server.refresh(alice.source(), withAnotherKey, Server.PATIENCE)))
                .isInstanceOf(TokenFailure.Terminal.class);
    }

    @Test
    void tokensThatSomebodySignedInWithAreBoundWhenTheyAreRefreshed() {
        fake.faults().always("/token", answer("{\"access_token\":\"at-2\",\"token_type\":\"dpop\"}"));

        TokenSet refreshed = server.refresh();

        assertThat(refreshed.tokenType()).isEqualTo("DPoP");
        assertThat(refreshed.attributes()).containsKey(KEY);
    }

    @Test
    void nonceOfTheServerIsTriedOnceAndKeptForLater() {
        TokenSource source = server.source();
        fake.tokens().proofs().nonce("n-1");

        acquire(source);
        acquire(source);

        assertThat(fake.requests().to("/token")).extracting(Recorded::status).containsExactly(400, 200, 200);
        assertThat(fake.tokens().proofs().noncesAskedFor()).isEqualTo(1);
    }

    @Test
    void nonceThatComesWithTokensIsTheOneForTheNextRequest() {
        TokenSource source = server.source();
        fake.tokens().proofs().nonce("n-1").nextNonce("n-2");

        acquire(source);
        fake.tokens().proofs().nonce("n-2");
        acquire(source);

        assertThat(fake.tokens().proofs().noncesAskedFor()).isEqualTo(1);
    }

    @Test
    void serverThatIsNeverContentWithANonceIsAskedTwice() {
        fake.faults().always("/token", ASKS_FOR_NONCE);

        assertThat(Server.failure(server::acquire))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("400 use_dpop_nonce");
        assertThat(fake.requests().count("/token")).isEqualTo(2);
    }

    @Test
    void assertionOfTheClientIsAnotherOneForTheSecondAttempt() {
        fake.faults().next("/token", ASKS_FOR_NONCE);
        fake.faults().always("/token", answer("{\"access_token\":\"at-1\",\"token_type\":\"DPoP\"}"));

        server.with("client-secret", "a secret of at least 32 characters")
                .with("client-authentication", "client_secret_jwt")
                .acquire();

        assertThat(fake.requests().to("/token"))
                .hasSize(2)
                .extracting(Recorded::body)
                .doesNotHaveDuplicates();
    }

    @Test
    void refreshTokenIsNotUsedUpByANonce() {
        Server alice = publicClient();
        TokenSet tokens = alice.acquire();
        fake.tokens().proofs().nonce("n-1");

        Server.refresh(alice.source(), tokens, Server.PATIENCE);

        assertThat(fake.tokens().refreshes()).isEqualTo(1);
        assertThat(fake.tokens().reuseDetected()).isZero();
    }

    @Test
    void tokenThatIsBoundToNothingIsRefused() {
        fake.faults().always("/token", answer("{\"access_token\":\"at-secret\",\"token_type\":\"Bearer\"}"));

        assertThat(Server.failure(server::acquire))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("dpop=true, but POST " + fake.uri("/token"))
                .hasMessageNotContaining("at-secret");
    }

    @Test
    void refreshTokenIsUsedUpForATokenThatIsBoundToNothing() {
        fake.faults().always("/token", answer("{\"access_token\":\"at-secret\",\"token_type\":\"Bearer\"}"));

        assertThat(Server.failure(server::refresh))
                .isInstanceOfSatisfying(TokenFailure.Configuration.class, failure -> assertThat(failure.wasGranted())
                        .isTrue());
    }

    @Test
    void keyThatIsNoneIsToldWithoutBeingShown() {
        TokenSet broken =
                Server.HELD.toBuilder().attribute(KEY, "{\"d\":\"s3cret\"}").build();

        assertThat(Server.failure(() -> Server.refresh(server.source(), broken, Server.PATIENCE)))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining(KEY)
                .hasStackTraceContaining("private EC key")
                .satisfies(failure -> assertThat(failure.getCause()).isNull());
    }

    @Test
    void proofOfARequestNamesItsAddressWithoutQuery() throws Exception {
        TokenSource source = server.source();
        TokenSet tokens = acquire(source);
        ProofOfPossession proofs = source.proofs().orElseThrow();
        URI target = fake.uri("/api/orders?status=200#part");

        assertThat(get(target, tokens, proofs.of(tokens, "GET", target, Optional.empty())))
                .isEqualTo(200);
        assertThat(fake.resources().proofs().keys())
                .isEqualTo(fake.tokens().proofs().keys());
    }

    @Test
    void proofIsGoodForOneRequestOnly() throws Exception {
        TokenSource source = server.source();
        TokenSet tokens = acquire(source);
        URI target = fake.uri("/api/orders");
        Optional<String> proof = source.proofs().orElseThrow().of(tokens, "GET", target, Optional.empty());

        assertThat(get(target, tokens, proof)).isEqualTo(200);
        assertThat(get(target, tokens, proof)).isEqualTo(401);
        assertThat(get(fake.uri("/api/items"), tokens, proof)).isEqualTo(401);
        assertThat(fake.resources().proofs().refusals())
                .containsExactly("jti has been used before, or is missing", "htu is not " + fake.uri("/api/items"));
    }

    @Test
    void nonceOfOneServerIsNotShownToAnother() {
        TokenSource source = server.source();
        TokenSet tokens = acquire(source);
        ProofOfPossession proofs = source.proofs().orElseThrow();

        proofs.learn(URI.create("https://API.example.com:443/orders"), "n-1");

        assertThat(nonceIn(proofs.of(tokens, "GET", URI.create("https://api.example.com/x"), Optional.empty())))
                .contains("\"nonce\":\"n-1\"");
        assertThat(nonceIn(proofs.of(tokens, "GET", URI.create("https://api.example.com:8443/x"), Optional.empty())))
                .doesNotContain("nonce");
        assertThat(nonceIn(proofs.of(tokens, "GET", URI.create("https://api.example.com/x"), Optional.of("n-2"))))
                .contains("\"nonce\":\"n-2\"");
    }

    @Test
    void withoutTheSwitchNothingIsProven() {
        fake.tokens().proofs().require(false);
        TokenSource source = server.without("dpop").source();

        assertThat(acquire(source).attributes()).isEmpty();
        assertThat(source.proofs()).isEmpty();
    }

    private Server publicClient() {
        return server.without("client-secret")
                .with("grant", "password")
                .with("username", "alice")
                .with("password", "alice");
    }

    private static String keyOf(TokenSet tokens) {
        return Objects.requireNonNull(tokens.attributes().get(KEY));
    }

    private static TokenSet acquire(TokenSource source) {
        return source.acquire(Server.request(Server.PATIENCE))
                .toCompletableFuture()
                .join();
    }

    private static int get(URI target, TokenSet tokens, Optional<String> proof) throws Exception {
        return Requests.get(target, "DPoP " + tokens.accessToken(), proof.orElseThrow());
    }

    private static String nonceIn(Optional<String> proof) {
        return Requests.claims(proof.orElseThrow());
    }

    private static Answer answer(String json) {
        return Answer.status(200).body("application/json", json);
    }
}
