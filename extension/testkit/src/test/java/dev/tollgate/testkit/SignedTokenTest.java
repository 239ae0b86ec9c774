package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients and third parties sign is verified. */
class SignedTokenTest {

    private static final String BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());
    private final KeyPair keys = keys();
    private final long soon = Instant.now().plusSeconds(60).getEpochSecond();
    private final long before = Instant.now().minusSeconds(60).getEpochSecond();

    @BeforeEach
    void register() {
        server.tokens().requireClient("svc", keys.getPublic()).trustIssuer("idp", keys.getPublic());
    }

    @Test
    void assertionOfAClientIsGoodOnce() throws Exception {
        String assertion = assertion("1", server.uri().toString(), soon);

        assertThat(clientCredentials(assertion).statusCode()).isEqualTo(200);
        assertRefused(clientCredentials(assertion), "it has been used before");
        assertThat(clientCredentials(assertion("2", server.uri().toString(), soon))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void assertionOfAClientIsVerified() throws Exception {
        String good = assertion("1", server.uri().toString(), soon);

        assertRefused(clientCredentials(good.substring(0, good.lastIndexOf('.')) + ".AAAA"), "its signature");
        assertRefused(clientCredentials(assertion("1", "https://elsewhere.example.com", soon)), "for somebody else");
        assertRefused(clientCredentials(assertion("1", server.uri().toString(), before)), "has expired");
        assertRefused(
                clientCredentials(signed("{\"iss\":\"other\",\"sub\":\"svc\",\"jti\":\"1\",\"exp\":" + soon + "}")),
                "iss and sub differ");
        assertRefused(clientCredentials("no.token.at-all"), "no JSON Web Token");
        assertThat(server.tokens().clientCredentials()).isZero();
    }

    @Test
    void clientThatShouldSignCanNotComeWithout() throws Exception {
        HttpResponse<String> answer =
                browser.form("/token", "grant_type", "client_credentials", "client_id", "svc", "client_secret", "x");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void wordOfATrustedIssuerIsWorthTokens() throws Exception {
        assertThat(granted(JWT_BEARER, "assertion", speaks("alice", soon)).statusCode())
                .isEqualTo(200);
        assertThat(field(granted(JWT_BEARER, "assertion", speaks("alice", before)), "error"))
                .isEqualTo("invalid_grant");
        assertThat(server.tokens().assertions()).isEqualTo(1);
    }

    @Test
    void tokenIsExchangedForOneOfTheSameUser() throws Exception {
        HttpResponse<String> exchanged =
                granted(EXCHANGE, "subject_token", speaks("alice", soon), "subject_token_type", "urn:x:jwt");

        assertThat(field(browser.getAfter(exchanged, "/api/orders"), "user")).isEqualTo("alice");
        assertThat(field(
                        granted(
                                EXCHANGE,
                                "subject_token",
                                field(exchanged, "access_token"),
                                "subject_token_type",
                                "urn:x:access_token"),
                        "token_type"))
                .isEqualTo("Bearer");
        assertThat(field(granted(EXCHANGE, "subject_token", "unknown", "subject_token_type", "urn:x:jwt"), "error"))
                .isEqualTo("invalid_request");
        assertThat(server.tokens().exchanges()).isEqualTo(2);
    }

    @Test
    void serverTellsOfItsTokens() throws Exception {
        HttpResponse<String> tokens = granted(JWT_BEARER, "assertion", speaks("alice", soon));

        HttpResponse<String> told = introspect(field(tokens, "access_token"));
        assertThat(field(told, "active")).isEqualTo("true");
        assertThat(Long.parseLong(field(told, "exp")))
                .isBetween(soon + 3400, Instant.now().getEpochSecond() + 3600);
        assertThat(introspect("unknown").body()).isEqualTo("{\"active\":false}");
        assertThat(browser.form("/introspect", "token", "unknown").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> introspect(String token) throws Exception {
        return browser.form(
                "/introspect",
                "token",
                token,
                "client_assertion_type",
                BEARER,
                "client_assertion",
                assertion(token, server.uri().toString(), soon));
    }

    private HttpResponse<String> clientCredentials(String assertion) throws Exception {
        return browser.form(
                "/token",
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                BEARER,
                "client_assertion",
                assertion);
    }

    private HttpResponse<String> granted(String type, String... parameters) throws Exception {
        server.tokens().requireClient("app", "secret");
        String[] all = new String[parameters.length + 6];
        System.arraycopy(parameters, 0, all, 6, parameters.length);
        System.arraycopy(
                new String[] {"grant_type", type, "client_id", "app", "client_secret", "secret"}, 0, all, 0, 6);
        return browser.form("/token", all);
    }

    private String assertion(String id, String audience, long expires) {
        return signed("{\"iss\":\"svc\",\"sub\":\"svc\",\"jti\":\"" + id + "\",\"aud\":[\"" + audience + "\"],\"exp\":"
                + expires + "}");
    }

    private String speaks(String user, long expires) {
        return signed("{\"iss\":\"idp\",\"sub\":\"" + user + "\",\"exp\":" + expires + "}");
    }

    private String signed(String claims) {
        try {
            String content = encoded("{\"alg\":\"RS256\"}".getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(field(answer, "error")).isEqualTo("invalid_client");
        assertThat(answer.body()).contains(why);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
