package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FakeServerTest {

    @Test
    void uriIsOnTheLoopback() {
        try (FakeServer server = FakeServer.start()) {
            assertThat(server.uri().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(server.uri("/api/x").toString()).isEqualTo(server.uri() + "/api/x");
        }
    }

    @Test
    void resetForgetsAllButTheAddress() throws Exception {
        try (FakeServer server = FakeServer.start()) {
            Browser browser = new Browser(server);
            AuthorizationServer tokens = server.tokens();
            tokens.user("bob", "bob").lifetime(Duration.ofMinutes(1));
            server.resources().rejectPath("/api").challenge(null);
            server.faults().always("/public", Answer.status(500));
            server.hold("/login").release();
            HttpResponse<String> session = browser.login();
            browser.getAfter(session, "/api");

            server.reset();

            assertThat(server.requests().all()).isEmpty();
            assertThat(List.of(
                            tokens.logins(),
                            server.resources().served(),
                            server.resources().rejected()))
                    .containsOnly(0);
            assertThat(browser.getAfter(session, "/api").headers().map()).containsKey("WWW-Authenticate");
            assertThat(browser.get("/public").statusCode()).isEqualTo(200);
            assertThat(field(browser.login(), "expires_in")).isEqualTo("3600");
            assertThat(browser.form("/token", "grant_type", "password", "username", "bob", "password", "bob")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void closeEndsHeldRequestsAndTheSocket() throws Exception {
        FakeServer server = FakeServer.start();
        Browser browser = new Browser(server);
        Hold hold = server.hold("/");
        CompletableFuture<HttpResponse<String>> waiting = browser.sendAsync(browser.refreshRequest("rt-any"));
        hold.awaitArrivals(1);

        server.close();

        assertThatThrownBy(waiting::get).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> browser.get("/public")).isInstanceOf(ConnectException.class);
    }

    @Test
    void serversDoNotShareSessions() throws Exception {
        try (FakeServer one = FakeServer.start();
                FakeServer other = FakeServer.start()) {
            HttpResponse<String> session = new Browser(one).login();

            assertThat(new Browser(other).getAfter(session, "/api").statusCode())
                    .isEqualTo(401);
        }
    }
}
