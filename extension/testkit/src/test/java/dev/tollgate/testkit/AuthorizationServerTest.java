package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationServerTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());

    @Test
    void passwordGrantAnswersAsTheRfcSays() throws Exception {
        HttpResponse<String> answer = browser.form(
                "/token", "grant_type", "password", "username", "alice", "password", "alice", "scope", "read write");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .matches("\\{\"access_token\":\"at-[\\w-]{24}\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
                        + "\"refresh_token\":\"rt-[\\w-]{24}\",\"scope\":\"read write\"}");
        assertThat(server.tokens().logins()).isOne();
        assertThat(server.tokens().currentAccessToken()).isEqualTo(field(answer, "access_token"));
    }

    @Test
    void wrongPasswordIsAnInvalidGrant() throws Exception {
        HttpResponse<String> answer =
                browser.form("/token", "grant_type", "password", "username", "alice", "password", "bob");

        assertRefused(answer, 400, "invalid_grant");
        assertThat(server.tokens().logins()).isZero();
    }

    @Test
    void scopeIsLeftOutUnlessAsked() throws Exception {
        assertThat(browser.login().body()).doesNotContain("scope");
    }

    @Test
    void loginTakesJsonOfAnyAddedUser() throws Exception {
        server.tokens().user("zoë", "a\"b\\");

        HttpResponse<String> answer =
                browser.send(browser.loginRequest(" { \"username\" : \"zo\\u00eb\", \"password\" : \"a\\\"b\\\\\" } "));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.getAfter(answer, "/user").body()).contains("\"user\":\"zoë\"");
        assertThat(server.tokens().logins()).isOne();
    }

    @Test
    void failedLoginHasNoChallenge() throws Exception {
        HttpResponse<String> answer =
                browser.send(browser.loginRequest("{\"username\":\"alice\",\"password\":\"wrong\"}"));

        assertRefused(answer, 401, "invalid_grant");
        assertThat(answer.headers().map()).doesNotContainKey("WWW-Authenticate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"username\":1}", "{\"username\":\"alice\"} x", "{\"username\":{}}"})
    void malformedLoginIsAnInvalidRequest(String json) throws Exception {
        assertRefused(browser.send(browser.loginRequest(json)), 400, "invalid_request");
    }

    @Test
    void clientCredentialsWorkByFormAndByBasicWithoutARefreshToken() throws Exception {
        server.tokens().requireClient("shop", "s:e%c");

        HttpResponse<String> byForm = browser.form(
                "/token", "grant_type", "client_credentials", "client_id", "shop", "client_secret", "s:e%c");
        HttpResponse<String> byBasic = browser.send(browser.formRequest("/token", "grant_type", "client_credentials")
                .header("Authorization", basic("shop:s%3Ae%25c")));

        assertThat(byForm.statusCode()).isEqualTo(200);
        assertThat(byForm.body()).doesNotContain("refresh_token");
        assertThat(byBasic.statusCode()).isEqualTo(200);
        assertThat(server.tokens().clientCredentials()).isEqualTo(2);
        assertThat(server.tokens().logins()).isZero();
        assertThat(browser.getAfter(byBasic, "/api/x").body()).contains("\"user\":\"shop\"");
    }

    @Test
    void requiredClientMustAuthenticateForEachGrant() throws Exception {
        server.tokens().requireClient("shop", "secret");
        HttpResponse<String> none =
                browser.form("/token", "grant_type", "password", "username", "alice", "password", "alice");
        HttpResponse<String> wrong = browser.send(
                browser.formRequest("/token", "grant_type", "password").header("Authorization", basic("shop:wrong")));

        assertRefused(none, 401, "invalid_client");
        assertThat(none.headers().map()).doesNotContainKey("WWW-Authenticate");
        assertRefused(wrong, 401, "invalid_client");
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"token\"");
    }

    @Test
    void clientCredentialsNeedASecret() throws Exception {
        assertRefused(
                browser.form("/token", "grant_type", "client_credentials", "client_id", "shop"), 401, "invalid_client");
    }

    @Test
    void twoWaysToAuthenticateAreOneTooMany() throws Exception {
        HttpResponse<String> answer =
                browser.send(browser.formRequest("/token", "grant_type", "client_credentials", "client_secret", "s")
                        .header("Authorization", basic("shop:s")));

        assertRefused(answer, 400, "invalid_request");
    }

    @Test
    void malformedTokenRequestsAreTold() throws Exception {
        assertRefused(browser.form("/token", "grant_type", "magic"), 400, "unsupported_grant_type");
        assertRefused(browser.form("/token", "grant_type", "refresh_token"), 400, "invalid_request");
        assertRefused(browser.form("/token", "a", "1", "a", "2"), 400, "invalid_request");
        assertRefused(
                browser.send(browser.request("/token").POST(BodyPublishers.ofString("grant_type=password"))),
                400,
                "invalid_request");
        assertThat(browser.get("/token").statusCode()).isEqualTo(405);
    }

    @Test
    void logoutKillsTheFamily() throws Exception {
        HttpResponse<String> session = browser.login();
        HttpResponse<String> other = browser.login();

        assertThat(logout(field(session, "access_token"))).isEqualTo(204);

        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
        assertRefused(browser.refreshAfter(session), 400, "invalid_grant");
        assertThat(browser.getAfter(other, "/api/x").statusCode()).isEqualTo(200);
        assertThat(server.tokens().deadFamilies()).isOne();
        assertThat(logout(field(session, "access_token"))).isEqualTo(401);
    }

    @Test
    void revokedAccessTokenGoesAlone() throws Exception {
        HttpResponse<String> session = browser.login();

        assertThat(browser.form("/revoke", "token", field(session, "access_token"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
        assertThat(browser.refreshAfter(session).statusCode()).isEqualTo(200);
    }

    @Test
    void revokedRefreshTokenTakesTheFamilyWithIt() throws Exception {
        HttpResponse<String> session = browser.login();

        browser.form("/revoke", "token", field(session, "refresh_token"));

        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
        assertRefused(browser.refreshAfter(session), 400, "invalid_grant");
        assertThat(server.tokens().reuseDetected()).isZero();
    }

    @Test
    void revocationOfAnUnknownTokenSucceeds() throws Exception {
        assertThat(browser.form("/revoke", "token", "nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void advertisedLifetimeMayLie() throws Exception {
        server.tokens().lifetime(Duration.ZERO).advertisedLifetime(Duration.ofMinutes(5));

        HttpResponse<String> session = browser.login();

        assertThat(field(session, "expires_in")).isEqualTo("300");
        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
    }

    @Test
    void lifetimeAndRefreshTokenCanBeLeftOut() throws Exception {
        server.tokens().hideLifetime(true).issueRefreshToken(false);

        assertThat(browser.login().body()).doesNotContain("expires_in", "refresh_token");
    }

    @Test
    void latencyDelaysTokensAndNothingElse() throws Exception {
        server.tokens().latency(Duration.ofMillis(50));
        long start = System.nanoTime();

        browser.login();

        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void thereIsNoCurrentAccessTokenBeforeTheFirst() {
        assertThatIllegalStateException().isThrownBy(() -> server.tokens().currentAccessToken());
    }

    private int logout(String token) throws Exception {
        return browser.send(browser.requestWith(token, "/logout").POST(BodyPublishers.noBody()))
                .statusCode();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(field(answer, "error")).isEqualTo(error);
    }
}
