package dev.tollgate.testkit;

import static dev.tollgate.testkit.Browser.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HoldTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());

    @Test
    void requestsWaitUntilReleased() throws Exception {
        Hold hold = server.hold("/public");
        List<CompletableFuture<HttpResponse<String>>> waiting = Stream.of("/public/a", "/public/b", "/public/c")
                .map(path -> browser.sendAsync(browser.request(path)))
                .toList();

        hold.awaitArrivals(3);
        assertThat(hold.arrivals()).isEqualTo(3);
        assertThat(server.requests().to("/public")).extracting(Recorded::status).containsOnly(0);
        assertThat(browser.get("/user").statusCode()).isEqualTo(401);
        hold.release();

        for (CompletableFuture<HttpResponse<String>> each : waiting) {
            assertThat(each.get().statusCode()).isEqualTo(200);
        }
        assertThat(server.requests().to("/public")).extracting(Recorded::status).containsOnly(200);
    }

    @Test
    void requestsPassUncountedAfterRelease() throws Exception {
        try (Hold hold = server.hold("/public")) {
            hold.release();

            assertThat(browser.get("/public").statusCode()).isEqualTo(200);
            assertThat(hold.arrivals()).isZero();
        }
    }

    @Test
    void whatIsAnsweredIsDecidedAfterTheRelease() throws Exception {
        HttpResponse<String> session = browser.login();
        Hold hold = server.hold("/api");
        CompletableFuture<HttpResponse<String>> waiting =
                browser.sendAsync(browser.requestWith(field(session, "access_token"), "/api/x"));
        hold.awaitArrivals(1);

        server.tokens().revokeAccessTokens();
        hold.close();

        assertThat(waiting.get().statusCode()).isEqualTo(401);
    }

    @Test
    void heldRefreshesAreConcurrent() throws Exception {
        server.tokens().rotation(false);
        String refreshToken = field(browser.login(), "refresh_token");
        Hold hold = server.hold("/token");
        CompletableFuture<HttpResponse<String>> one = browser.sendAsync(browser.refreshRequest(refreshToken));
        CompletableFuture<HttpResponse<String>> two = browser.sendAsync(browser.refreshRequest(refreshToken));
        hold.awaitArrivals(2);

        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
        assertThat(server.tokens().refreshes()).isZero();
        assertThat(server.tokens().failedRefreshes()).isZero();
        hold.release();
        one.get();
        two.get();
        browser.refresh(refreshToken);

        assertThat(server.tokens().maxConcurrentRefreshes()).isEqualTo(2);
        assertThat(server.tokens().refreshes()).isEqualTo(3);
    }

    @Test
    void waitForArrivalsEnds() {
        Hold hold = server.hold("/public");

        assertThatThrownBy(() -> hold.awaitArrivals(1, Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessage("0 of 1 requests to /public arrived");
    }

    @Test
    void resetCutsOffWhoIsHeldAndForgetsThem() throws Exception {
        Hold hold = server.hold("/token");
        CompletableFuture<HttpResponse<String>> waiting = browser.sendAsync(browser.refreshRequest("rt-any"));
        hold.awaitArrivals(1);

        server.server().reset();

        assertThatThrownBy(waiting::get).isInstanceOf(ExecutionException.class);
        assertThat(server.requests().all()).isEmpty();
        assertThat(server.tokens().refreshAttempts()).isZero();
        assertThat(server.tokens().failedRefreshes()).isZero();
    }
}
