package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceServerTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());
    private String token;

    @BeforeEach
    void login() throws Exception {
        token = field(browser.login(), "access_token");
    }

    @Test
    void apiEchoesTheRequest() throws Exception {
        HttpResponse<String> answer = browser.send(browser.requestWith(token, "/api/a%20b?q=1")
                .header("X-One", "1")
                .method("PATCH", BodyPublishers.ofString("say \"é\"\n")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .startsWith("{\"path\":\"/api/a%20b\",\"method\":\"PATCH\",\"user\":\"alice\",\"generation\":0,"
                        + "\"body\":\"say \\\"é\\\"\\n\",\"headers\":{")
                .contains("\"authorization\":\"Bearer " + token + "\"", "\"x-one\":\"1\"");
        assertThat(server.resources().served()).isOne();
    }

    @Test
    void missingTokenIsChallengedWithoutAnError() throws Exception {
        HttpResponse<String> answer = browser.get("/api/x");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"api\"");
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_token\"}");
        assertThat(server.resources().rejected()).isOne();
    }

    @Test
    void badTokenIsChallengedWithAnError() throws Exception {
        HttpResponse<String> answer = browser.getWith("at-made-up", "/user");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"api\", error=\"invalid_token\"");
        assertThat(server.resources().rejected()).isOne();
    }

    @Test
    void challengeCanBeReplacedAndLeftOut() throws Exception {
        server.resources().challenge("DPoP algs=\"ES256\"");
        assertThat(browser.get("/api/x").headers().firstValue("WWW-Authenticate"))
                .hasValue("DPoP algs=\"ES256\"");

        server.resources().challenge(null);
        assertThat(browser.get("/api/x").headers().map()).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void publicPathsNeverLookAtTheToken() throws Exception {
        server.resources().alwaysReject(true);

        HttpResponse<String> answer = browser.getWith("at-made-up", "/public/x");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"path\":\"/public/x\",\"method\":\"GET\",\"user\":null,\"generation\":-1,\"body\":\"\"");
        assertThat(server.resources().served()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 304, 404, 503})
    void queryChoosesTheStatus(int status) throws Exception {
        HttpResponse<String> answer = browser.getWith(token, "/api/x?status=" + status);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().isEmpty()).isEqualTo(status == 204 || status == 304);
    }

    @ParameterizedTest
    @CsvSource({
        "null, null, application/json",
        "0, 0, application/json",
        "false, false, application/json",
        "empty, '', text/plain"
    })
    void queryChoosesTheBody(String answer, String body, String contentType) throws Exception {
        HttpResponse<String> response = browser.getWith(token, "/api/x?answer=" + answer);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(contentType);
    }

    @Test
    void whoIsLetInGetsWhatIsServedOnTheLongestPrefix() throws Exception {
        server.resources()
                .serve("/api", Answer.status(204))
                .serve("/api/a", Answer.status(200).body("text/x", "a"));

        assertThat(browser.getWith(token, "/api/a/1").body()).isEqualTo("a");
        assertThat(browser.getWith(token, "/api/b").statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/a").statusCode()).isEqualTo(401);
        assertThat(server.resources().served()).isEqualTo(2);
    }

    @Test
    void queryDoesNotOpenTheDoor() throws Exception {
        assertThat(browser.get("/api/x?status=204").statusCode()).isEqualTo(401);
    }

    @Test
    void headHasNoBody() throws Exception {
        HttpResponse<String> answer =
                browser.send(browser.requestWith(token, "/api/x").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void goodTokensCanBeRejectedEverywhere() throws Exception {
        server.resources().alwaysReject(true);
        assertThat(browser.getWith(token, "/api/x").statusCode()).isEqualTo(401);

        server.resources().alwaysReject(false);
        assertThat(browser.getWith(token, "/api/x").statusCode()).isEqualTo(200);
    }

    @Test
    void goodTokensCanBeRejectedOnSomePaths() throws Exception {
        server.resources().rejectPath("/api/admin");
        assertThat(browser.getWith(token, "/api/admin/x").statusCode()).isEqualTo(401);
        assertThat(browser.getWith(token, "/api/x").statusCode()).isEqualTo(200);

        server.resources().acceptPath("/api/admin");
        assertThat(browser.getWith(token, "/api/admin/x").statusCode()).isEqualTo(200);
    }

    @Test
    void latencyDelaysTheAnswer() throws Exception {
        server.resources().latency(Duration.ofMillis(50));
        long start = System.nanoTime();

        browser.get("/public/x");

        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void otherPathsAreNotFound() throws Exception {
        assertThat(browser.get("/apix").statusCode()).isEqualTo(404);
        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void nonsenseInTheQueryOfATestShowsInTheAnswer() throws Exception {
        HttpResponse<String> answer = browser.get("/public/x?answer=nonsense");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("unknown answer: nonsense");
    }
}
