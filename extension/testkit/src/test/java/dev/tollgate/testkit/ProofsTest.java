package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProofsTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());
    private final ProofMaker maker = new ProofMaker("POST", server.uri("/token").toString());

    @Test
    void boundTokenIsGoodWithAProofOfItsKeyOnly() throws Exception {
        String token = boundToken();

        assertThat(get(token, maker.next("GET", api())).statusCode()).isEqualTo(200);
        assertThat(get(token, new ProofMaker("GET", api())).statusCode()).isEqualTo(401);
        assertThat(browser.getWith(token, "/api/x").statusCode()).isEqualTo(401);
        assertThat(server.resources().proofs().accepted()).isEqualTo(2);
        assertThat(server.resources().proofs().keys()).hasSize(2);
    }

    @Test
    void tokenThatIsBoundToNothingIsNoneForTheScheme() throws Exception {
        String token = field(browser.login(), "access_token");

        assertThat(get(token, new ProofMaker("GET", api())).statusCode()).isEqualTo(401);
        assertThat(browser.send(browser.request("/api/x").header("Authorization", "DPoP " + token))
                        .body())
                .contains("invalid_dpop_proof");
    }

    @Test
    void proofIsGoodOnce() throws Exception {
        String token = boundToken();
        ProofMaker proof = maker.next("GET", api());

        assertThat(get(token, proof).statusCode()).isEqualTo(200);
        HttpResponse<String> again = get(token, proof);

        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("DPoP error=\"invalid_dpop_proof\""));
        assertThat(server.resources().proofs().refusals()).containsExactly("jti has been used before, or is missing");
    }

    static List<Arguments> wrongs() {
        return Stream.<Map.Entry<String, UnaryOperator<ProofMaker>>>of(
                        Map.entry("htm is not the method", proof -> proof.claim("htm", "POST")),
                        Map.entry("htu is not", proof -> proof.claim("htu", api() + "?q=1")),
                        Map.entry("iat is not about now", proof -> proof.claim("iat", 1_000_000_000L)),
                        Map.entry("ath is not", proof -> proof.claim("ath", Proof.hash("another"))),
                        Map.entry("jti has been used before", proof -> proof.claim("jti", "")),
                        Map.entry("the signature is not", ProofMaker::signedByAnother),
                        Map.entry("typ is not", proof -> proof.header("typ", "JWT")),
                        Map.entry("alg is not", proof -> proof.header("alg", "none")),
                        Map.entry("jwk is no P-256 key", proof -> proof.header("jwk", Map.of("kty", "RSA"))),
                        Map.entry("jwk shows the private key", proof -> proof.header("jwk", Map.of("d", "secret"))))
                .map(wrong -> Arguments.of(wrong.getKey(), wrong.getValue()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongs")
    void wrongProofIsRefused(String why, UnaryOperator<ProofMaker> wrong) throws Exception {
        String token = boundToken();

        String proof = wrong.apply(maker.next("GET", api()).forToken(token)).jwt();

        assertThat(send(token, proof).statusCode()).isEqualTo(401);
        assertThat(server.resources().proofs().refusals())
                .singleElement()
                .asString()
                .startsWith(why);
    }

    @Test
    void nonceIsAskedForUntilItIsThere() throws Exception {
        String token = boundToken();
        server.resources().proofs().nonce("n-1");

        HttpResponse<String> asked = get(token, maker.next("GET", api()));

        assertThat(asked.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("DPoP error=\"use_dpop_nonce\""));
        assertThat(asked.headers().firstValue("DPoP-Nonce")).hasValue("n-1");
        assertThat(get(token, maker.next("GET", api()).claim("nonce", "n-1")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void requestForTokensWithoutAProofIsRefusedWhereOneIsRequired() throws Exception {
        server.tokens().proofs().require(true);

        HttpResponse<String> answer =
                browser.form("/token", "grant_type", "password", "username", "alice", "password", "alice");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_dpop_proof");
    }

    private String boundToken() throws Exception {
        HttpResponse<String> tokens = browser.send(
                browser.formRequest("/token", "grant_type", "password", "username", "alice", "password", "alice")
                        .header("DPoP", maker.jwt()));
        assertThat(tokens.body()).contains("\"token_type\":\"DPoP\"");
        return field(tokens, "access_token");
    }

    private HttpResponse<String> get(String token, ProofMaker proof) throws Exception {
        return send(token, proof.forToken(token).jwt());
    }

    private HttpResponse<String> send(String token, String proof) throws Exception {
        return browser.send(browser.request("/api/x")
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof));
    }

    private static String api() {
        return server.uri("/api/x").toString();
    }
}
