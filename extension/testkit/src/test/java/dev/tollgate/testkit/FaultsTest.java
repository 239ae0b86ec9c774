package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());

    @Test
    void scriptedAnswersComeInOrderThenTheNormalOnes() throws Exception {
        server.faults().next("/public", 2, Answer.status(500)).next("/public/a", Answer.status(502));

        assertThat(browser.get("/public/a").statusCode()).isEqualTo(500);
        assertThat(browser.get("/user").statusCode()).isEqualTo(401);
        assertThat(browser.get("/public/b").statusCode()).isEqualTo(500);
        assertThat(browser.get("/public/b").statusCode()).isEqualTo(200);
        assertThat(browser.get("/public/a").statusCode()).isEqualTo(502);
        assertThat(browser.get("/public/a").statusCode()).isEqualTo(200);
    }

    @Test
    void standingAnswersComeAfterScriptedOnesUntilCleared() throws Exception {
        server.faults().always("/public", Answer.status(500)).next("/public", Answer.status(502));

        assertThat(browser.get("/public").statusCode()).isEqualTo(502);
        assertThat(browser.get("/public").statusCode()).isEqualTo(500);
        assertThat(browser.get("/public").statusCode()).isEqualTo(500);

        server.faults().clear("/public");
        assertThat(browser.get("/public").statusCode()).isEqualTo(200);
    }

    @Test
    void lastStandingAnswerWins() throws Exception {
        server.faults().always("/public", Answer.status(500)).always("/public", Answer.status(502));

        assertThat(browser.get("/public").statusCode()).isEqualTo(502);
    }

    @Test
    void answersHaveHeadersAndABody() throws Exception {
        server.faults()
                .next(
                        "/public",
                        Answer.status(418)
                                .header("X-Pot", "tea")
                                .header("X-Pot", "coffee")
                                .body("text/plain", "é"));

        HttpResponse<String> answer = browser.get("/public");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.headers().allValues("X-Pot")).containsExactly("tea", "coffee");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.body()).isEqualTo("é");
    }

    @Test
    void unavailableSaysWhenToRetry() throws Exception {
        server.faults().next("/token", Answer.unavailable(Duration.ofMinutes(2)));

        HttpResponse<String> answer = browser.refresh("rt-any");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("120");
        assertThat(server.tokens().refreshAttempts()).isOne();
        assertThat(server.tokens().failedRefreshes()).isOne();
    }

    @Test
    void droppedRequestHasNoEffect() throws Exception {
        HttpResponse<String> session = browser.login();
        server.faults().next("/token", Answer.drop());

        assertThatThrownBy(() -> browser.refreshAfter(session)).isInstanceOf(IOException.class);

        assertThat(server.tokens().refreshAttempts()).isOne();
        assertThat(server.tokens().refreshes()).isZero();
        assertThat(server.requests().to("/token"))
                .singleElement()
                .extracting(Recorded::status)
                .isEqualTo(0);
        assertThat(browser.refreshAfter(session).statusCode()).isEqualTo(200);
    }

    @Test
    void requestDroppedAfterHandlingHasItsEffect() throws Exception {
        HttpResponse<String> session = browser.login();
        server.faults().next("/token", Answer.dropAfterHandling());

        assertThatThrownBy(() -> browser.refreshAfter(session)).isInstanceOf(IOException.class);

        assertThat(server.tokens().refreshes()).isOne();
        assertThat(server.tokens().currentAccessToken()).isNotEqualTo(field(session, "access_token"));
        assertThat(browser.refreshAfter(session).statusCode()).isEqualTo(400);
        assertThat(server.tokens().reuseDetected()).isOne();
    }
}
