package dev.tollgate.it.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.it.scenarios.client.Order;
import dev.tollgate.it.scenarios.client.ShapesClient;
import dev.tollgate.it.scenarios.client.Steps;
import dev.tollgate.it.scenarios.client.SurroundedClient;
import dev.tollgate.it.scenarios.client.WrongAnswer;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Recorded;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However a client is written, and whatever is registered on it. */
public abstract class ShapesScenario extends MatrixScenario {

    private ShapesClient client;
    private SurroundedClient surrounded;

    @BeforeEach
    protected void choose() {
        client = client(ShapesClient.class);
        surrounded = client(SurroundedClient.class);
        Steps.TAKEN.clear();
    }

    @Test
    void inheritedMethod() throws Exception {
        assertSecond(() -> client.list(), "/api/shapes/list");
    }

    @Test
    void guestByAnInheritedMethodCarriesNoToken() {
        assertCarriesNoToken(() -> client.preview());
    }

    @Test
    void defaultMethodMakesOneRefreshForAllItsCalls() {
        server.tokens().revokeAccessTokens();

        assertThat(client.generations()).isEqualTo(2);
        assertThat(server.requests().to("/api"))
                .extracting(Recorded::path, Recorded::status)
                .containsExactly(tuple("/api/shapes", 401), tuple("/api/shapes", 200), tuple("/api/shapes/list", 200));
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void headerIsComputedOnceAndSentTwice() throws Exception {
        JsonObject headers = replayed(() -> client.withHeaders()).getJsonObject("headers");

        assertThat(headers.getString("x-constant")).isEqualTo("always");
        assertThat(headers.getString("x-call")).isEqualTo("call 1");
        assertThat(Steps.TAKEN).containsExactly("computed");
    }

    @Test
    void everyStepIsTakenOnce() throws Exception {
        replayed(() -> surrounded.place(Order.of("one")));

        assertThat(Steps.TAKEN).containsExactly("headers", "request", "write", "response 200", "read");
    }

    @Test
    void everyStepOfAnAsynchronousCallToo() throws Exception {
        replayed(() ->
                surrounded.placeLater(Order.of("one")).toCompletableFuture().get(10, SECONDS));

        assertThat(Steps.TAKEN).containsExactly("headers", "request", "write", "response 200", "read");
    }

    @Test
    void headersOfFactoryFilterAndInterceptorAreSentTwiceAndNotDoubled() throws Exception {
        replayed(() -> surrounded.place(Order.of("one")));

        assertThat(server.requests().to("/api"))
                .extracting(sent -> sent.headers().get("X-Factory"), sent -> sent.headers()
                        .get("X-Filter"))
                .containsExactly(tuple(List.of("1"), List.of("2")), tuple(List.of("1"), List.of("2")));
        assertThat(server.requests().to("/api"))
                .allSatisfy(sent -> assertThat(sent.headers().get("X-Writer")).containsExactly("was here"));
    }

    @Test
    void mapperSeesTheLastAnswerOnceAndAll() {
        server.faults().next("/api", Answer.status(401).body("text/plain", "first"));
        server.faults().next("/api", Answer.status(401).body("text/plain", "second"));

        assertThat(catchThrowable(() -> surrounded.place(Order.of("one"))))
                .isInstanceOf(WrongAnswer.class)
                .hasMessage("401 second");
        assertThat(Steps.TAKEN).containsExactly("headers", "request", "write", "response 401", "mapper 401", "read");
        surrounded.place(Order.of("accepted again"));
    }

    @Test
    void mapperOfAnAsynchronousCallToo() {
        server.faults().next("/api", 2, Answer.status(401).body("text/plain", "no"));

        assertThat(catchThrowable(() -> surrounded
                        .placeLater(Order.of("one"))
                        .toCompletableFuture()
                        .get(10, SECONDS)))
                .hasRootCauseInstanceOf(WrongAnswer.class)
                .hasRootCauseMessage("401 no");
        assertThat(Steps.TAKEN).filteredOn("mapper 401"::equals).hasSize(1);
        surrounded.place(Order.of("accepted again"));
    }

    @Test
    void mapperSeesAnotherFailureOfTheReplay() {
        server.tokens().revokeAccessTokens();
        server.resources().serve("/api", Answer.status(409).body("text/plain", "taken"));

        assertThat(catchThrowable(() -> surrounded.place(Order.of("one")))).hasMessage("409 taken");
        assertThat(Steps.TAKEN).filteredOn(step -> step.startsWith("mapper")).containsExactly("mapper 409");
    }

    @Test
    void cookieIsSentTwice() throws Exception {
        JsonObject answer = replayed(() -> client.withCookie("vanilla"));

        assertThat(answer.getJsonObject("headers").getString("cookie")).contains("flavour=vanilla");
    }

    @Test
    void cookieOfTheRefusalIsNotTheCallers() throws Exception {
        server.faults().next("/api", Answer.status(401).header("Set-Cookie", "refused=1"));
        server.resources().serve("/api", Answer.status(200).header("Set-Cookie", "granted=2"));

        try (Response response = replayed(() -> client.response())) {
            assertThat(response.getCookies()).containsOnlyKeys("granted");
        }
        assertThat(server.requests().to("/api"))
                .allSatisfy(sent -> assertThat(sent.header("Cookie")).isEmpty());
    }

    private void assertSecond(Callable<JsonObject> call, String path) throws Exception {
        JsonObject answer = replayed(call);
        assertThat(answer.getInt("generation")).isEqualTo(1);
        assertThat(answer.getString("path")).isEqualTo(path);
    }

    private void assertCarriesNoToken(ThrowingCallable call) {
        assertThat(catchThrowable(call)).satisfies(ShopScenario::isUnauthorized);
        assertThat(server.requests().to("/api")).singleElement().satisfies(sent -> assertThat(sent.authorization())
                .isEmpty());
        assertThat(server.tokens().refreshAttempts()).isZero();
    }
}
