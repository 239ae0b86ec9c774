package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.Recorded;
import dev.tollgate.token.TokenSet;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests have beside what their RFC asks for, because servers want it. */
@ExtendWith(FakeServerExtension.class)
class AdditionsTest {

    private static final String AT = "{\"access_token\":\"at\"}";

    private final FakeServer fake;
    private final Path folder;
    private final Server server;

    AdditionsTest(FakeServer fake, @TempDir Path folder) {
        this.fake = fake;
        this.folder = folder;
        this.server = Server.of(fake)
                .with("introspection", "true")
                .with("introspection-endpoint", fake.uri("/introspect").toString())
                .with("revocation-endpoint", fake.uri("/revoke").toString());
    }

    @BeforeEach
    void answerEverything() {
        fake.faults()
                .always("/token", Answer.status(200).body("application/json", AT))
                .always("/introspect", Answer.status(200).body("application/json", "{\"active\":false}"))
                .always("/revoke", Answer.status(200));
    }

    /** Spring Authorization Server answers a bare invalid_request otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"private_key_jwt", "client_secret_jwt"})
    void clientIdGoesWithEachAssertion(String method) throws JOSEException {
        Server signing = server.with("client-authentication", method)
                .with("client-secret", "a secret of at least 32 characters")
                .with("client-key", Signing.file(folder, Signing.rsa().toJSONString()));

        askForAll(signing);

        for (String path : new String[] {"/token", "/introspect", "/revoke"}) {
            assertThat(server.sent(path, "client_assertion")).as(path).isNotEmpty();
            assertThat(server.sent(path, "client_id")).as(path).isEqualTo("orders");
        }
    }

    /** GitHub answers a form otherwise. */
    @Test
    void jsonIsAskedForEverywhere() {
        Server discovered = server.discovered("");

        askForAll(discovered);

        assertThat(fake.requests().all()).hasSize(6).allSatisfy(request -> assertThat(request.header("Accept"))
                .hasValue("application/json"));
    }

    @Test
    void probeAsksForJsonToo() {
        Server.refreshOnce(server.source(), Server.HELD);

        assertThat(fake.requests().to("/token").get(0).method()).isEqualTo("GET");
        assertThat(fake.requests().to("/token").get(0).header("Accept")).hasValue("application/json");
    }

    @Test
    void parametersGoWithEachTokenRequestOnly() {
        Server more = server.with("parameter.organization", "org 1").with("parameter.account_id", "a/b&c");

        more.acquire();
        assertThat(server.sent("/token", "organization")).isEqualTo("org 1");
        more.refresh();
        assertThat(server.sent("/token", "organization")).isEqualTo("org 1");
        assertThat(server.sent("/token", "account_id")).isEqualTo("a/b&c");
        assertThat(server.sent("/introspect", "account_id")).isEmpty();
    }

    @Test
    void headersGoWithEachRequestButTheOneThatIsWithoutSecrets() {
        Server more = server.discovered("").with("header.X-Api-Key", "k-1").with("header.User-Agent", "orders/1");

        askForAll(more);
        Server.refreshOnce(more.source(), Server.HELD);

        assertThat(fake.requests().all())
                .filteredOn(request -> !isProbe(request))
                .allSatisfy(request -> {
                    assertThat(request.header("X-Api-Key")).hasValue("k-1");
                    assertThat(request.header("User-Agent")).hasValue("orders/1");
                });
        assertThat(fake.requests().to("/token"))
                .filteredOn(AdditionsTest::isProbe)
                .singleElement()
                .satisfies(probe -> assertThat(probe.header("X-Api-Key")).isEmpty());
    }

    private static boolean isProbe(Recorded request) {
        return request.method().equals("GET") && request.path().equals("/token");
    }

    @Test
    void additionsAreNotShown() {
        fake.faults()
                .always(
                        "/token",
                        Answer.status(400)
                                .body(
                                        "application/json",
                                        "{\"error\":\"invalid_request\",\"error_description\":\"key-1234 and pin-5678\"}"));
        Server more = server.with("header.X-Api-Key", "key-1234").with("parameter.pin", "pin-5678");

        assertThat(Server.failure(more::refresh)).hasMessageContaining("(secret) and (secret)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_credentials",
                "urn:ietf:params:oauth:grant-type:saml2-bearer",
                "http://oauth.net/grant_type/device/1.0",
                "fb_exchange_token"
            })
    void extensionGrantIsAskedForByItsName(String name) {
        server.with("grant", name).with("parameter.account_id", "42").acquire();

        assertThat(server.sent("/token", "grant_type")).isEqualTo(name);
        assertThat(server.sent("/token", "account_id")).isEqualTo("42");
    }

    @Test
    void extensionGrantMayHaveAnAssertion() {
        TokenSet tokens = server.with("grant", "urn:ietf:params:oauth:grant-type:saml2-bearer")
                .with("assertion", Signing.file(folder, "PHNhbWw+\n"))
                .acquire();

        assertThat(tokens.accessToken()).isEqualTo("at");
        assertThat(server.sent("/token", "assertion")).isEqualTo("PHNhbWw+");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ietf:params:oauth:grant-type:jwt-bearer, JWT_BEARER",
        "urn:ietf:params:oauth:grant-type:token-exchange, TOKEN_EXCHANGE",
        "client-credentials, CLIENT_CREDENTIALS",
        "account_credentials, EXTENSION"
    })
    void grantIsKnownByItsWholeNameToo(String written, GrantKind kind) {
        assertThat(GrantKind.parse(written)).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_credential", "refreshtoken", "authorization_code", "two words", "jwt-baerer"})
    void slipIsNoExtensionGrant(String written) {
        assertThat(GrantKind.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "parameter.scope, x, must not be a parameter that the realm sends itself",
        "parameter.client_secret, x, must not be a parameter that the realm sends itself",
        "parameter.password, x, must not be a parameter that the realm sends itself",
        "header.Authorization, x, must not be a header that the realm sends itself",
        "header.content-type, x, must not be a header that the realm sends itself",
        "header.X Key, x, must be the name of a header",
        "header.X-Key, \u00fc, must have printable ASCII only"
    })
    void additionThatCannotBeSentIsToldAtStart(String key, String value, String rule) {
        MapSettings settings = new MapSettings(Map.of(
                "issuer", "https://id.example.com", "client-id", "orders", "client-secret", "s3cret", key, value));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems()).singleElement().asString().contains(key, rule);
    }

    private static void askForAll(Server server) {
        server.acquire();
        server.revoke(Server.HELD);
    }
}
