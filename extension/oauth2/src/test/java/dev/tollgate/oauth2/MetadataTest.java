package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.SelfSigned;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where servers have their metadata, and what is in them beside what is used. */
@ExtendWith(FakeServerExtension.class)
class MetadataTest {

    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";

    private final FakeServer fake;
    private final Server server;

    MetadataTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"op_policy_uri\":\"\"",
                "\"op_tos_uri\":\"not a uri\",\"service_documentation\":7",
                "\"jwks_uri\":null,\"scopes_supported\":\"openid\",\"response_types_supported\":{}",
                "\"revocation_endpoint\":\"\",\"introspection_endpoint\":[]",
                "\"mtls_endpoint_aliases\":\"\"",
                "\"token_endpoint_auth_methods_supported\":[\"\",null,7]",
                "\"token_endpoint_auth_signing_alg_values_supported\":\"RS256\"",
                "\"acr_values_supported\":[{}],\"ui_locales_supported\":[\"\"]"
            })
    void onlyTheMembersThatAreUsedAreRead(String member) {
        server.discovered("," + member).acquire();

        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "7", "\"no address\""})
    void endpointThatIsNoAddressCountsAsMissing(String endpoint) {
        Server discovered = server.discovered("");
        fake.faults()
                .clear(OPENID)
                .always(OPENID, json("{\"issuer\":\"" + fake.uri() + "\",\"token_endpoint\":" + endpoint + "}"));

        assertThat(Server.failure(discovered::acquire)).hasMessageContaining("name no token-endpoint");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410, 500, 501, 503})
    void secondPlaceIsAskedAfterAnyAnswerWithoutMetadata(int status) {
        Server discovered = server.discovered("");
        fake.faults()
                .clear(OPENID)
                .always(OPENID, Answer.status(status))
                .always(OAUTH, server.metadata(fake.uri(), ""));

        discovered.acquire();

        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>sign in</html>", "{}", "{\"error\":\"not_found\"}", "{\"issuer\":null}", ""})
    void secondPlaceIsAskedAfterAPageToo(String body) {
        Server discovered = server.discovered("");
        fake.faults()
                .clear(OPENID)
                .always(OPENID, Answer.status(200).body("text/html", body))
                .always(OAUTH, server.metadata(fake.uri(), ""));

        discovered.acquire();

        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tenants/acme", "/tenants/acme/", "/as"})
    void secondPlaceOfAnIssuerWithAPathIsBeforeThePath(String path) {
        URI issuer = fake.uri(path);
        String before = OAUTH + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        fake.faults().always(before, server.metadata(issuer, ""));

        server.without("token-endpoint").with("issuer", issuer.toString()).acquire();

        assertThat(fake.requests().to("/").get(0).path())
                .isEqualTo((path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + OPENID);
        assertThat(fake.requests().count(before)).isEqualTo(1);
        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void issuerWithTwoSlashesIsNoOtherHost() {
        URI issuer = URI.create(fake.uri().resolve("/") + "/realms/acme");
        fake.faults().always("/acme" + OPENID, server.metadata(issuer, "")); // so the server of the JDK reads the path

        server.without("token-endpoint").with("issuer", issuer.toString()).acquire();

        assertThat(issuer.getRawPath()).isEqualTo("//realms/acme");
    }

    @Test
    void wrongPathNamesBothAddressesThatWereAsked() {
        Server wrong = server.without("token-endpoint")
                .with("issuer", fake.uri("/realm/acme").toString());

        assertThat(Server.failure(wrong::acquire))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("GET " + fake.uri("/realm/acme" + OPENID) + " was answered with 404")
                .hasMessageContaining("GET " + fake.uri(OAUTH + "/realm/acme") + " was answered with 404")
                .hasMessageContaining("look at the path in issuer");
    }

    @Test
    void serverThatWantsToBeLeftAloneIsNotAskedElsewhere() {
        Server discovered = server.discovered("");
        fake.faults().clear(OPENID).always(OPENID, Answer.unavailable(Duration.ofSeconds(7)));

        assertThat(Server.failure(discovered::acquire)).isInstanceOf(TokenFailure.Transient.class);
        assertThat(fake.requests().count(OAUTH)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsFollowedAndTheIssuerStillChecked(int status) {
        Server discovered = server.discovered("").with("header.X-Key", "k");
        fake.faults()
                .clear(OPENID)
                .always(OPENID, Answer.status(status).header("Location", "/moved?tenant=1"))
                .always("/moved", server.metadata(fake.uri(), ""));

        discovered.acquire();
        assertThat(fake.requests().count("/token")).isEqualTo(1);
        assertThat(fake.requests().to("/moved").get(0).header("X-Key")).hasValue("k");

        fake.faults().clear("/moved").always("/moved", server.metadata(URI.create("https://evil.example.com"), ""));
        assertThat(Server.failure(discovered::acquire))
                .hasMessageContaining("another issuer, https://evil.example.com");
    }

    @Test
    void headersOfTheServerDoNotFollowToAnotherOrigin() {
        try (FakeServer other = FakeServer.start()) {
            Server discovered = server.discovered("").with("header.X-Key", "k");
            other.faults().always("/moved", server.metadata(fake.uri(), ""));
            fake.faults()
                    .clear(OPENID)
                    .always(
                            OPENID,
                            Answer.status(302)
                                    .header("Location", other.uri("/moved").toString()));

            discovered.acquire();

            assertThat(other.requests().to("/moved").get(0).header("X-Key")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://id.example.com/login?state=s3cret, http://id.example.com/login, it is elsewhere",
        "ftp://127.0.0.2/x, ftp://127.0.0.2/x, it is elsewhere"
    })
    void redirectThatIsNotFollowedSaysWhereItLeads(String location, String shown, String why) {
        Server discovered = server.discovered("");
        fake.faults().clear(OPENID).always(OPENID, Answer.status(302).header("Location", location));

        assertThat(Server.failure(discovered::acquire))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("redirected to " + shown + ", is not followed there: " + why)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void redirectIsNotFollowedToPlainHttp(@TempDir Path folder) throws Exception {
        SelfSigned certificate = SelfSigned.make(folder.resolve("server.p12"), "server");
        try (FakeServer secure = FakeServer.start(certificate.trusting())) {
            secure.faults()
                    .always(
                            OPENID,
                            Answer.status(302)
                                    .header("Location", fake.uri("/moved").toString()));
            Server discovered = new Server(
                    secure,
                    Map.of(
                            "client-id",
                            "orders",
                            "client-secret",
                            "s3cret",
                            "issuer",
                            secure.uri().toString(),
                            "trust-store",
                            certificate.file().toString(),
                            "trust-store-password",
                            SelfSigned.PASSWORD));

            assertThat(Server.failure(discovered::acquire))
                    .hasMessageContaining("is not followed there: it is not https");
            assertThat(fake.requests().count("/moved")).isZero();
        }
    }

    @Test
    void redirectsThatGoInACircleEnd() {
        Server discovered = server.discovered("");
        fake.faults().clear(OPENID).always(OPENID, Answer.status(302).header("Location", OPENID));

        assertThat(Server.failure(discovered::acquire)).hasMessageContaining("redirect number 4");
    }

    @Test
    void metadataMayBeElsewhere() {
        URI issuer = URI.create("https://acme.b2clogin.com/0815/v2.0/");
        fake.faults().always("/acme/policy" + OPENID, server.metadata(issuer, ""));
        Server elsewhere = server.without("token-endpoint")
                .with("issuer", issuer.toString())
                .with("metadata-endpoint", fake.uri("/acme/policy" + OPENID).toString());

        elsewhere.acquire();

        assertThat(fake.requests().count("/token")).isEqualTo(1);
        assertThat(Server.failure(elsewhere.with("issuer", "https://acme.b2clogin.com/0816/v2.0/")::acquire))
                .hasMessageContaining("write issuer=" + issuer);
    }

    @Test
    void metadataOfAllTenantsSayThatOneIsToBeNamed() {
        Server common = server.discovered("");
        fake.faults()
                .clear(OPENID)
                .always(OPENID, json("{\"issuer\":\"https://login.microsoftonline.com/{tenantid}/v2.0\"}"));

        assertThat(Server.failure(common::acquire))
                .hasMessageContaining("https://login.microsoftonline.com/{tenantid}/v2.0")
                .hasMessageContaining("write the id of your tenant into issuer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://id.example.com/realms/acme/.well-known/openid-configuration | write"
                        + " https://id.example.com/realms/acme,",
                "https://id.example.com/.well-known/oauth-authorization-server/as | write https://id.example.com/as,",
                "https://id.example.com/.well-known/openid-configuration | write https://id.example.com,",
                "https://login.microsoftonline.com/{tenantid}/v2.0 | what the braces stand for"
            })
    void issuerThatIsNoneSaysWhatToWrite(String issuer, String what) {
        MapSettings settings =
                new MapSettings(Map.of("issuer", issuer, "client-id", "orders", "client-secret", "s3cret"));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems()).singleElement().asString().contains("issuer=" + issuer, what);
    }

    @Test
    void addressOfTheMetadataNeedsAnIssuer() {
        MapSettings settings = new MapSettings(Map.of(
                "metadata-endpoint",
                "https://id.example.com/metadata",
                "client-id",
                "orders",
                "client-secret",
                "s3cret"));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems()).singleElement().asString().contains("issuer=", "is missing");
    }

    private static Answer json(String body) {
        return Answer.status(200).body("application/json", body);
    }
}
