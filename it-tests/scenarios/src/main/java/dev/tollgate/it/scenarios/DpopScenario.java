package dev.tollgate.it.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.oauth2.ProvenClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Proofs;
import dev.tollgate.testkit.Recorded;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to a key (RFC 9449); the server checks each proof as it is told to. */
public abstract class DpopScenario extends ShopScenario {

    private static final int MANY = 64;
    private static final int ROUNDS = 6;
    private static final String PATH = "/api/proven";
    private static final String NOT_KEPT = "x".repeat(70_000);

    @Inject
    @RestClient
    protected ProvenClient client;

    /** Servers may be known, and their nonces, from earlier scenarios. */
    private final String nonce = "n-" + UUID.randomUUID();

    @BeforeEach
    protected void nobodyIsKnown() {
        realm().signOut();
        server.tokens().proofs().require(true);
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("proven");
    }

    @Test
    void eachRequestHasAProofOfItsOwn() throws Exception {
        client.find("one");
        get(client.findLater("two"));
        client.place(Json.createObjectBuilder().add("item", "three").build());

        assertThat(sent()).extracting(Recorded::status).containsExactly(200, 200, 200);
        assertThat(sent()).allSatisfy(request -> assertThat(request.authorization())
                .hasValue("DPoP " + realm().tokens().accessToken()));
        assertThat(proofs().accepted()).isEqualTo(3);
        assertThat(proofs().keys()).isEqualTo(server.tokens().proofs().keys()).hasSize(1);
    }

    @Test
    void proofNamesTheAddressThatTheLastFilterHasChosen() {
        assertThat(client.find("one & two").getString("path")).isEqualTo(PATH + "/at%20last");
    }

    @Test
    void rejectedTokenIsReplacedByOneOfTheSameKey() {
        client.find("one");
        server.tokens().revokeAccessTokens();

        assertThat(client.find("two").getInt("generation")).isEqualTo(1);

        assertThat(sent()).extracting(Recorded::status).containsExactly(200, 401, 200);
        assertThat(server.tokens().refreshes()).isEqualTo(1);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void rejectedTokenOfAnAsynchronousCallToo() throws Exception {
        client.find("one");
        server.tokens().revokeAccessTokens();

        assertThat(get(client.findLater("two")).getInt("generation")).isEqualTo(1);
        assertThat(keys()).hasSize(1);
    }

    /** The second 401 of the call is the one that has a connection. */
    @Test
    void refusalAfterANonceWhoseBodyDoesNotComeKeepsNobody() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer stalling = RawServer.start((request, body) -> {
            boolean first = requests.getAndIncrement() == 0;
            request.getResponseHeaders()
                    .set("WWW-Authenticate", "DPoP error=\"" + (first ? "use_dpop_nonce" : "invalid_token") + "\"");
            request.getResponseHeaders().set("DPoP-Nonce", nonce);
            request.sendResponseHeaders(401, first ? -1 : 100);
            if (!first) {
                request.getResponseBody().write(1);
                request.getResponseBody().flush();
                awaitUnlessInterrupted(end);
            }
        })) {
            ProvenClient built =
                    RestClientBuilder.newBuilder().baseUri(stalling.uri()).build(ProvenClient.class);

            Future<JsonObject> call =
                    inParallel(() -> built.place(Json.createObjectBuilder().build()));

            assertThat(failureOf(call)).isInstanceOf(WebApplicationException.class);
            assertThat(requests).hasValue(2);
            realm().tokens(); // the refresh that the refusal began is not to end in another test
        } finally {
            end.countDown();
        }
    }

    private static void awaitUnlessInterrupted(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void newSessionHasANewKey() {
        client.find("one");
        realm().signOut();
        client.find("two");

        assertThat(proofs().keys()).hasSize(2);
    }

    @Test
    void tokensFromElsewhereBringTheirKeyAlong() {
        client.find("one");
        TokenSet theirs = realm().tokens();
        String accessToken = theirs.accessToken();
        String refreshToken = theirs.refreshToken().orElseThrow();
        String privateKey = Objects.requireNonNull(theirs.attributes().get("dpop_jwk"));
        Realm realm = realm();
        realm.signOut();

        // tag::elsewhere[]
        realm.signIn(TokenSet.of(accessToken)
                .tokenType("DPoP")
                .refreshToken(refreshToken)
                .attribute("dpop_jwk", privateKey)
                .build());
        // end::elsewhere[]
        client.find("two");
        server.tokens().revokeAccessTokens();
        client.find("three");

        assertThat(sent()).extracting(Recorded::status).containsExactly(200, 200, 401, 200);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void nonceOfTheResourceServerCostsNoRefresh() {
        proofs().nonce(nonce);

        client.find("one");
        client.find("two");

        assertThat(sent()).extracting(Recorded::status).containsExactly(401, 200, 200);
        assertThat(server.tokens().refreshAttempts()).isZero();
        assertThat(server.tokens().logins()).isEqualTo(2); // the shop's is one
    }

    @Test
    void nonceOfAnAsynchronousCallNeither() throws Exception {
        proofs().nonce(nonce);

        get(client.findLater("one"));

        assertThat(sent()).extracting(Recorded::status).containsExactly(401, 200);
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void nonceIsLearnedFromAnyAnswer() {
        proofs().nextNonce(nonce);
        client.find("one");
        proofs().nonce(nonce);
        client.find("two");

        assertThat(sent()).extracting(Recorded::status).containsExactly(200, 200);
    }

    @Test
    void nonceOfTheAuthorizationServerIsTriedAtOnce() {
        client.find("one");
        server.tokens().proofs().nonce(nonce);
        server.tokens().revokeAccessTokens();

        client.find("two");

        assertThat(server.requests().to("/token")).extracting(Recorded::status).containsExactly(200, 400, 200);
        assertThat(server.tokens().reuseDetected()).isZero();
        assertThat(proofs().noncesAskedFor()).isZero();
    }

    @Test
    void bodyThatCanBeReadOnlyOnceIsSentAgainForANonce() throws Exception {
        proofs().nonce(nonce);

        assertThat(client.upload(stream("content")).getString("body")).isEqualTo("content");

        proofs().nonce(nonce + "-2");
        assertThat(get(client.uploadLater(stream("content"))).getString("body")).isEqualTo("content");
        assertThat(sent()).extracting(Recorded::status).containsExactly(401, 200, 401, 200);
    }

    @Test
    void bodyThatIsNotKeptReachesTheServerWithTheNextCall() {
        proofs().nonce(nonce);

        assertThat(catchThrowable(() -> client.upload(stream(NOT_KEPT)))).isNotNull();
        client.upload(stream(NOT_KEPT));

        assertThat(sent()).extracting(Recorded::status).containsExactly(401, 200);
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void nonceAndNewTokenMayBothBeNeeded() {
        client.find("one");
        proofs().nonce(nonce);
        server.tokens().revokeAccessTokens();

        assertThat(client.find("two").getInt("generation")).isEqualTo(1);

        assertThat(sent()).extracting(Recorded::status).containsExactly(200, 401, 401, 200);
        assertThat(server.tokens().refreshes()).isEqualTo(1);
    }

    @Test
    void serverThatIsNeverContentWithANonceIsAskedTwice() {
        server.faults()
                .always(
                        PATH,
                        Answer.status(401)
                                .header("DPoP-Nonce", nonce)
                                .header("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\""));

        assertThat(catchThrowable(() -> client.find("one"))).isNotNull();

        assertThat(sent()).hasSize(2);
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void manyCallersNeitherShareAProofNorFailWhileTokensAndNoncesChange() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            proofs().nonce(nonce + "-" + round);
            if (round % 2 == 1) {
                server.tokens().revokeAccessTokens();
            }
            List<Future<JsonObject>> calls = new ArrayList<>();
            for (int caller = 0; caller < MANY; caller++) {
                boolean later = caller % 2 == 0;
                calls.add(inParallel(() -> later ? get(client.findLater("one")) : client.find("one")));
            }
            for (Future<JsonObject> call : calls) {
                assertThat(await(call).getInt("generation")).isEqualTo((round + 1) / 2);
            }
        }

        assertThat(proofs().refusals()).isEmpty();
        assertThat(proofs().accepted()).isGreaterThanOrEqualTo(MANY * ROUNDS);
        assertThat(keys()).hasSize(1);
        assertThat(server.tokens().refreshes()).isEqualTo(ROUNDS / 2);
        assertThat(server.tokens().reuseDetected()).isZero();
    }

    private Proofs proofs() {
        return server.resources().proofs();
    }

    private Set<String> keys() {
        return server.tokens().proofs().keys();
    }

    private List<Recorded> sent() {
        return server.requests().to(PATH);
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T get(CompletionStage<T> call) throws Exception {
        return call.toCompletableFuture().get(10, SECONDS);
    }
}
