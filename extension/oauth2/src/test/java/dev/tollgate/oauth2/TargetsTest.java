package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.oauth2.MapSettings.Inventory;
import dev.tollgate.oauth2.MapSettings.Orders;
import dev.tollgate.oauth2.MapSettings.Plain;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeServerExtension.class)
class TargetsTest {

    private final FakeServer fake;
    private final Server server;

    TargetsTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake)
                .with("scope", "read")
                .with("client.orders.audience", "orders-api")
                .with("client.inventory.resource", "https://inventory.example.com/,https://stock.example.com/")
                .with("client.inventory.scope", "stock:read");
    }

    @BeforeEach
    void servicesWantTokensThatAreForThem() {
        fake.resources().audience("/api/orders", "orders-api").audience("/api/inventory", "https://stock.example.com/");
    }

    @Test
    void eachClientHasATokenOfItsAudience() throws Exception {
        TokenSource source = alice().source();
        TokenSet held = acquire(source);

        assertThat(source.sourceFor(Orders.class)).isEmpty();
        assertThat(get("/api/orders", source, Orders.class, held)).isEqualTo(200);
        assertThat(get("/api/inventory", source, Inventory.class, held)).isEqualTo(200);
        assertThat(get("/api/plain", source, Plain.class, held)).isEqualTo(200);
        assertThat(get("/api/orders", source, Inventory.class, held)).isEqualTo(401);
        assertThat(get("/api/inventory", source, Orders.class, held)).isEqualTo(401);
        assertThat(fake.requests().count("/token")).isEqualTo(3);
    }

    @Test
    void tokensThatShareNoRefreshTokenHaveASourceOfTheirOwn() throws Exception {
        TokenSource source = server.source();
        TokenSource orders = source.sourceFor(Orders.class).orElseThrow();

        assertThat(source.sourceFor(Plain.class)).isEmpty();
        assertThat(source.sourceFor(Orders.class)).containsSame(orders);
        assertThat(source.sourceFor(Inventory.class)).isPresent().get().isNotSameAs(orders);
        assertThat(get("/api/orders", orders, Orders.class, acquire(orders))).isEqualTo(200);
        assertThat(get("/api/plain", source, Plain.class, acquire(source))).isEqualTo(200);
        assertThat(fake.requests().count("/token")).isEqualTo(2);
    }

    @Test
    void whatAClientDoesNotSayIsAsForAll() {
        acquire(alice().source());

        assertThat(fake.requests().to("/token"))
                .anySatisfy(request -> assertThat(request.body()).contains("audience=orders-api", "scope=read"))
                .anySatisfy(request -> assertThat(request.body())
                        .contains("resource=https", "scope=stock")
                        .doesNotContain("audience="));
    }

    @Test
    void noRefreshTokenIsUsedTwice() throws Exception {
        Server alice = alice();
        TokenSource source = alice.source();
        TokenSet held = acquire(source);
        for (int i = 0; i < 4; i++) {
            held = Server.refresh(source, held, Server.PATIENCE).over(held);
        }

        assertThat(fake.tokens().logins()).isEqualTo(1);
        assertThat(fake.tokens().refreshes()).isEqualTo(2 + 4 * 3);
        assertThat(fake.tokens().reuseDetected()).isZero();
        fake.tokens().revokeAccessTokens();
        held = Server.refresh(source, held, Server.PATIENCE).over(held);
        assertThat(get("/api/orders", source, Orders.class, held)).isEqualTo(200);
        assertThat(get("/api/inventory", source, Inventory.class, held)).isEqualTo(200);
        assertThat(fake.tokens().deadFamilies()).isZero();
    }

    @Test
    void shortestLifeIsThatOfAll() {
        fake.faults()
                .next("/token", tokens("{\"access_token\":\"a\",\"expires_in\":300}"))
                .next("/token", tokens("{\"access_token\":\"b\",\"expires_in\":60}"))
                .next("/token", tokens("{\"access_token\":\"c\",\"expires_in\":900}"));

        assertThat(acquire(alice().source()).expiresIn()).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void audienceThatIsRefusedHarmsNoOther() throws Exception {
        fake.tokens().refuseAudience("orders-api");
        Server alice = alice();
        TokenSource source = alice.source();
        TokenSet held = acquire(source);

        assertThat(get("/api/inventory", source, Inventory.class, held)).isEqualTo(200);
        assertThatThrownBy(() -> source.tokensFor(Orders.class, held))
                .isInstanceOf(TokenFailure.class)
                .hasMessageContaining("invalid_target");

        fake.tokens().allowAudience("orders-api");
        TokenSet better = Server.refresh(source, held, Server.PATIENCE).over(held);
        assertThat(get("/api/orders", source, Orders.class, better)).isEqualTo(200);
    }

    @Test
    void refusalOfAllIsToldAsIs() {
        fake.faults().always("/token", Answer.status(400).body("application/json", "{\"error\":\"invalid_scope\"}"));

        assertThat(Server.failure(() -> acquire(alice().source())))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("invalid_scope");
    }

    @Test
    void tokenThatCouldNotBeReplacedForNowIsKept() {
        TokenSource source = alice().source();
        TokenSet held = acquire(source);
        fake.faults()
                .next("/token", tokens("{\"access_token\":\"a-2\",\"refresh_token\":\"r-2\"}"))
                .next("/token", Answer.status(503))
                .next("/token", tokens("{\"access_token\":\"c-2\",\"refresh_token\":\"r-3\"}"));

        TokenSet renewed = Server.refresh(source, held, Server.PATIENCE).over(held);

        assertThat(renewed.refreshToken()).hasValue("r-3");
        assertThat(renewed.accessToken()).isEqualTo("a-2");
        assertThat(Set.of(
                        source.tokensFor(Orders.class, renewed).accessToken(),
                        source.tokensFor(Inventory.class, renewed).accessToken()))
                .contains("c-2")
                .hasSize(2);
    }

    @Test
    void refreshTokenOfUnknownFateIsNotSentForTheNextAudience() {
        TokenSource source = alice().source();
        TokenSet held = acquire(source);
        fake.faults()
                .next("/token", tokens("{\"access_token\":\"a-2\",\"refresh_token\":\"r-2\"}"))
                .next("/token", Answer.dropAfterHandling());
        int before = fake.requests().count("/token");

        assertThat(Server.failure(() -> Server.refresh(source, held, Server.PATIENCE)))
                .isInstanceOf(TokenFailure.OutcomeUnknown.class);
        assertThat(fake.requests().count("/token")).isEqualTo(before + 2);
    }

    @Test
    void rotationIsToldThoughTheNewestRefreshTokenIsLost() {
        TokenSource source = alice().source();
        TokenSet held = acquire(source);
        fake.faults()
                .next("/token", tokens("{\"access_token\":\"a-2\",\"refresh_token\":\"r-2\"}"))
                .next("/token", Answer.dropAfterHandling());

        assertThat(Server.failure(() -> Server.refresh(source, held, Server.PATIENCE)))
                .isInstanceOfSatisfying(TokenFailure.OutcomeUnknown.class, failure -> assertThat(failure.hasRotated())
                        .isTrue());
    }

    @Test
    void firstRefreshTokenThatIsLostTellsOfNoRotation() {
        TokenSource source = alice().source();
        TokenSet held = acquire(source);
        fake.faults().next("/token", Answer.dropAfterHandling());

        assertThat(Server.failure(() -> Server.refresh(source, held, Server.PATIENCE)))
                .isInstanceOfSatisfying(TokenFailure.OutcomeUnknown.class, failure -> assertThat(failure.hasRotated())
                        .isFalse());
    }

    @Test
    void uselessAnswerHarmsNoOtherAudienceWhereRefreshTokensAreKept() {
        TokenSource source = alice().source();
        TokenSet held = acquire(source);
        fake.faults()
                .next("/token", tokens("{\"access_token\":\"a-2\"}"))
                .next("/token", tokens("{\"no\":\"tokens\"}"))
                .next("/token", tokens("{\"access_token\":\"c-2\"}"));

        assertThat(Server.refresh(source, held, Server.PATIENCE).accessToken()).isEqualTo("a-2");
    }

    @Test
    void refreshTokenThatWasUsedUpForNothingIsNotSentForTheNextAudience() {
        TokenSource source = alice().source();
        TokenSet held = acquire(source);
        fake.faults().next("/token", tokens("{\"no\":\"tokens\"}"));
        int before = fake.requests().count("/token");

        assertThat(Server.failure(() -> Server.refresh(source, held, Server.PATIENCE)))
                .isInstanceOfSatisfying(TokenFailure.Configuration.class, failure -> assertThat(failure.wasGranted())
                        .isTrue());
        assertThat(fake.requests().count("/token")).isEqualTo(before + 1);
    }

    @Test
    void whoSignedInWithATokenFromElsewhereCarriesItWhereNothingElseIsSaid() {
        TokenSource source = server.with("grant", "refresh_token").source();

        assertThat(source.tokensFor(Plain.class, Server.HELD)).isEqualTo(Server.HELD);
        assertThatThrownBy(() -> source.tokensFor(Orders.class, Server.HELD))
                .isInstanceOf(TokenFailure.Transient.class)
                .hasMessageContaining("audience=[orders-api]")
                .hasMessageNotContaining("at-held");
    }

    @Test
    void allTokensAreRevokedWhenSomebodySignsOut() {
        TokenSet held = acquire(alice().source());

        alice().with("revocation-endpoint", fake.uri("/revoke").toString()).revoke(held);

        assertThat(fake.requests().count("/revoke")).isEqualTo(1 + 3);
    }

    @Test
    void allTokensAreBoundToTheSameKey() {
        TokenSource source = alice().with("dpop", "true").source();

        TokenSet held = acquire(source);

        assertThat(fake.tokens().proofs().keys()).hasSize(1);
        assertThat(fake.tokens().proofs().accepted()).isEqualTo(3);
        assertThat(source.tokensFor(Orders.class, held).attributes()).containsKey("dpop_jwk");
    }

    @Test
    void linesOfTheGuideAreUnderstood() throws Exception {
        Server written = Server.of(fake);
        for (var line : SettingsTest.written("audiences").entrySet()) {
            written = written.with(line.getKey(), line.getValue());
        }
        TokenSource source = written.without("issuer").without("clients").source();
        TokenSource orders = source.sourceFor(Orders.class).orElse(source);
        TokenSource inventory = source.sourceFor(Inventory.class).orElse(source);

        assertThat(get("/api/orders", orders, Orders.class, acquire(orders))).isEqualTo(200);
        assertThat(get("/api/inventory", inventory, Inventory.class, acquire(inventory)))
                .isEqualTo(401);
    }

    private Server alice() {
        return server.without("client-secret")
                .with("grant", "password")
                .with("username", "alice")
                .with("password", "alice");
    }

    private static TokenSet acquire(TokenSource source) {
        return source.acquire(Server.request(Server.PATIENCE))
                .toCompletableFuture()
                .join();
    }

    private int get(String path, TokenSource source, Class<?> client, TokenSet held) throws Exception {
        return Requests.get(
                fake.uri(path), "Bearer " + source.tokensFor(client, held).accessToken());
    }

    private static Answer tokens(String json) {
        return Answer.status(200).body("application/json", json);
    }
}
