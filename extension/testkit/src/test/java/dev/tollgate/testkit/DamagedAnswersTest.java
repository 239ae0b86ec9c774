package dev.tollgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that do not reach the client whole, or not at once. */
@Timeout(10)
class DamagedAnswersTest {

    private static final Answer.Reply ABCD = Answer.status(200).body("text/plain", "abcd");

    // tag::extension[]
    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();
    // end::extension[]

    private final Browser browser = new Browser(server.server());

    @Test
    void answerThatIsCutShortTellsOfMoreThanItBrings() {
        // tag::short[]
        server.faults().next("/public", Answer.cutShort(ABCD));
        // end::short[]

        assertThatThrownBy(() -> browser.get("/public"))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("content-length: 4, bytes received: 2");
    }

    @Test
    void drippingAnswerIsWholeInTheEnd() throws Exception {
        server.faults().next("/public", Answer.drip(ABCD, Duration.ofMillis(1)));

        assertThat(browser.get("/public").body()).isEqualTo("abcd");
    }

    @Test
    void drippingAnswerEndsWithAReset() throws Exception {
        // tag::drip[]
        server.faults().next("/public", Answer.drip(ABCD, Duration.ofMillis(200)));
        // end::drip[]
        HttpRequest request = browser.request("/public").build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

        try (InputStream body = answer.body()) {
            assertThat(body.read()).isEqualTo('a');
            server.server().reset();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }
}
