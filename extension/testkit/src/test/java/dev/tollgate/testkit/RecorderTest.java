package dev.tollgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecorderTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());

    @Test
    void requestsAreRecordedAsTheyArrive() throws Exception {
        browser.send(browser.requestWith("at-any", "/api/a%20b?x=%20&y")
                .header("X-Tag", "1")
                .PUT(BodyPublishers.ofString("ü")));

        Recorded recorded = server.requests().all().get(0);

        assertThat(recorded.method()).isEqualTo("PUT");
        assertThat(recorded.path()).isEqualTo("/api/a%20b");
        assertThat(recorded.query()).isEqualTo("x=%20&y");
        assertThat(recorded.headers().get("x-tag")).containsExactly("1");
        assertThat(recorded.header("X-TAG")).hasValue("1");
        assertThat(recorded.body()).isEqualTo("ü");
        assertThat(recorded.status()).isEqualTo(401);
        assertThat(recorded.authorization()).hasValue("Bearer at-any");
        assertThat(recorded.bearerToken()).hasValue("at-any");
    }

    @Test
    void otherSchemesAreNoBearerTokens() throws Exception {
        browser.send(browser.request("/api").header("Authorization", "Basic abc"));
        browser.get("/api");

        assertThat(server.requests().all())
                .allSatisfy(recorded -> assertThat(recorded.bearerToken()).isEmpty());
    }

    @Test
    void schemesHaveNoCase() throws Exception {
        browser.login();

        browser.send(browser.request("/api")
                .header("Authorization", "bearer " + server.tokens().currentAccessToken()));

        assertThat(server.resources().served()).isOne();
    }

    @Test
    void requestsAreFoundByPrefixInOrder() throws Exception {
        browser.get("/public/a");
        browser.get("/api/b");
        browser.get("/public/c");

        assertThat(server.requests().to("/public"))
                .extracting(Recorded::path)
                .containsExactly("/public/a", "/public/c");
        assertThat(server.requests().count("/api")).isOne();
        assertThat(server.requests().count("/")).isEqualTo(3);
    }
}
