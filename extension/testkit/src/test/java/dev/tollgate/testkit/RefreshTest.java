package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefreshTest {

    // tag::clock[]
    private static final ManualClock clock = new ManualClock();

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension(clock);
    // end::clock[]

    private final AuthorizationServer tokens = server.tokens();
    private final Browser browser = new Browser(server.server());
    private HttpResponse<String> session;

    @BeforeEach
    void login() throws Exception {
        session = browser.login();
    }

    @Test
    void refreshRotatesTheRefreshToken() throws Exception {
        HttpResponse<String> second = browser.refreshAfter(session);
        HttpResponse<String> third = browser.refreshAfter(second);

        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(field(second, "refresh_token")).isNotEqualTo(field(session, "refresh_token"));
        assertThat(field(second, "access_token")).isNotEqualTo(field(session, "access_token"));
        assertThat(field(browser.getAfter(third, "/api/x"), "generation")).isEqualTo("2");
        assertThat(tokens.refreshes()).isEqualTo(2);
        assertThat(tokens.refreshAttempts()).isEqualTo(2);
        assertThat(tokens.failedRefreshes()).isZero();
    }

    @Test
    void olderAccessTokensSurviveARefresh() throws Exception {
        browser.refreshAfter(session);

        assertThat(field(browser.getAfter(session, "/api/x"), "generation")).isEqualTo("0");
    }

    @Test
    void reuseOfARefreshTokenKillsTheFamily() throws Exception {
        HttpResponse<String> second = browser.refreshAfter(session);

        assertInvalidGrant(browser.refreshAfter(session));

        assertInvalidGrant(browser.refreshAfter(second));
        assertThat(browser.getAfter(second, "/api/x").statusCode()).isEqualTo(401);
        assertThat(tokens.reuseDetected()).isOne();
        assertThat(tokens.deadFamilies()).isOne();
        assertThat(tokens.failedRefreshes()).isEqualTo(2);
        assertThat(tokens.refreshes()).isOne();
    }

    @Test
    void reuseLeavesOtherFamiliesAlone() throws Exception {
        HttpResponse<String> other = browser.login();
        browser.refreshAfter(session);

        assertInvalidGrant(browser.refreshAfter(session));

        assertThat(browser.refreshAfter(other).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownRefreshTokenIsNotReuse() throws Exception {
        assertInvalidGrant(browser.refresh("rt-made-up"));

        assertThat(tokens.reuseDetected()).isZero();
        assertThat(tokens.deadFamilies()).isZero();
        assertThat(tokens.failedRefreshes()).isOne();
    }

    @Test
    void withoutRotationTheRefreshTokenStays() throws Exception {
        tokens.rotation(false);

        HttpResponse<String> second = browser.refreshAfter(session);

        assertThat(field(second, "refresh_token")).isEqualTo(field(session, "refresh_token"));
        assertThat(browser.refreshAfter(session).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutRotationTheAnswerMayOmitTheRefreshToken() throws Exception {
        tokens.rotation(false).omitRefreshToken(true);

        assertThat(browser.refreshAfter(session).body()).doesNotContain("refresh_token");
        assertThat(browser.refreshAfter(session).statusCode()).isEqualTo(200);
    }

    @Test
    void earlyRevocationLeavesRefreshTokens() throws Exception {
        tokens.revokeAccessTokens();

        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
        assertThat(browser.getAfter(browser.refreshAfter(session), "/api/x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void earlyRevocationOfOneUserLeavesTheOthers() throws Exception {
        tokens.user("bob", "bob");
        tokens.revokeAccessTokens("bob");
        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(200);

        tokens.revokeAccessTokens("alice");
        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
        assertThat(browser.getAfter(browser.refreshAfter(session), "/api/x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void endOfAllSessionsLeavesNothing() throws Exception {
        tokens.endAllSessions();

        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
        assertInvalidGrant(browser.refreshAfter(session));
        assertThat(tokens.deadFamilies()).isOne();
        assertThat(browser.getAfter(browser.login(), "/api/x").statusCode()).isEqualTo(200);
    }

    @Test
    void accessTokensExpireByTheClockOfTheServer() throws Exception {
        // tag::age[]
        clock.advance(Duration.ofHours(1).minusNanos(1));
        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(200);

        clock.advance(Duration.ofNanos(1));

        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(401);
        // end::age[]
        assertThat(browser.getAfter(browser.refreshAfter(session), "/api/x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void lifetimeHoldsForTokensIssuedLater() throws Exception {
        tokens.lifetime(Duration.ofSeconds(10));
        HttpResponse<String> shorter = browser.refreshAfter(session);

        clock.advance(Duration.ofSeconds(10));

        assertThat(field(shorter, "expires_in")).isEqualTo("10");
        assertThat(browser.getAfter(shorter, "/api/x").statusCode()).isEqualTo(401);
        assertThat(browser.getAfter(session, "/api/x").statusCode()).isEqualTo(200);
    }

    @Test
    void successfulRefreshesAreTimed() throws Exception {
        HttpResponse<String> second = browser.refreshAfter(session);
        clock.advance(Duration.ofMinutes(3));
        browser.refreshAfter(second);
        browser.refresh("rt-made-up");

        assertThat(tokens.refreshTimes()).containsExactly(clock.now().minus(Duration.ofMinutes(3)), clock.now());
    }

    private static void assertInvalidGrant(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(field(answer, "error")).isEqualTo("invalid_grant");
    }
}
