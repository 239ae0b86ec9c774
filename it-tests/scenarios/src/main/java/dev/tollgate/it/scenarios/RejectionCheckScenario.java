package dev.tollgate.it.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.custom.Service;
import dev.tollgate.it.scenarios.custom.StreamingService;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Recorded;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** The application says which answers are about the token. */
public abstract class RejectionCheckScenario extends CustomScenario {

    protected static final String LARGE = "0123456789abcdef".repeat(19_200);
    protected static final int LOOK = 65_536;

    private static final int EXPIRED = 419;

    protected RejectionCheckScenario(Class<? extends Service> type) {
        super(type);
    }

    @Test
    void s3_anotherStatusCausesARefreshAndAReplay() {
        Script.rejection = (answer, call) -> answer.status() == EXPIRED;
        server.faults().next("/api", Answer.status(EXPIRED));

        assertThat(client().orders().getInt("generation")).isEqualTo(1);
        assertRefreshedAndSentTwice();
    }

    @Test
    void anotherStatusOfAnAsynchronousCallToo() throws Exception {
        Script.rejection = (answer, call) -> answer.status() == EXPIRED;
        server.faults().next("/api", Answer.status(EXPIRED));

        client().ordersLater().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertRefreshedAndSentTwice();
    }

    @Test
    void bodyOfASuccessfulAnswerMayBeARejection() {
        // tag::body[]
        Script.rejection = (answer, call) -> answer.body().contains("TOKEN_EXPIRED");
        // end::body[]
        server.faults().next("/api", Answer.status(200).body("application/json", "{\"code\":\"TOKEN_EXPIRED\"}"));

        assertThat(client().orders().getInt("generation")).isEqualTo(1);
        assertRefreshedAndSentTwice();
    }

    @Test
    void bodyOfWhichNobodySaysWhatItIsMayBeARejection() {
        Script.rejection = (answer, call) -> answer.body().contains("TOKEN_EXPIRED");
        server.faults().next("/api", new Answer.Reply(400, List.of(), "TOKEN_EXPIRED"));

        assertThat(client().orders().getInt("generation")).isEqualTo(1);
        assertRefreshedAndSentTwice();
    }

    @Test
    void callerReadsABodyThatHasBeenLookedInto() {
        Script.rejection = (answer, call) -> answer.body().isEmpty();

        assertThat(client().orders().getString("user")).isEqualTo("alice");
        assertThat(server.requests().count("/api")).isEqualTo(1);
    }

    @Test
    void callerReadsAllOfALargeBodyOfWhichTheCheckSawTheBeginning() {
        List<String> seen = lookInto();
        server.resources().serve("/api/text", Answer.status(200).body("text/plain", LARGE));

        assertThat(client().text()).isEqualTo(LARGE);
        assertThat(seen).containsExactly(LARGE.substring(0, LOOK));
    }

    /** The rest comes when the caller has the answer already. */
    @Test
    void bodyThatStallsIsTheCallersWholeAllTheSame() throws Exception {
        List<String> seen = lookInto();
        CountDownLatch rest = new CountDownLatch(1);
        try (RawServer slow = RawServer.start((request, body) -> {
            request.sendResponseHeaders(200, LARGE.length());
            request.getResponseBody().write(LARGE.getBytes(UTF_8), 0, 20);
            request.getResponseBody().flush();
            awaitOf(rest);
            request.getResponseBody().write(LARGE.getBytes(UTF_8), 20, LARGE.length() - 20);
        })) {
            StreamingService client =
                    RestClientBuilder.newBuilder().baseUri(slow.uri()).build(streaming());

            Future<InputStream> call = inParallel(client::open);
            try (InputStream answer = call.get(30, TimeUnit.SECONDS)) {
                rest.countDown();
                assertThat(new String(answer.readAllBytes(), UTF_8)).isEqualTo(LARGE);
            }
            assertThat(seen).containsExactly(LARGE.substring(0, 20));
            assertThat(slow.bodies()).hasSize(1);
        } finally {
            rest.countDown();
        }
    }

    private static void awaitOf(CountDownLatch rest) {
        try {
            rest.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Class<? extends StreamingService> streaming() {
        return realm().name().equals("now") ? StreamingService.Now.class : StreamingService.Later.class;
    }

    @Test
    void checkIsAskedOnceForEachAnswer() {
        List<Integer> asked = new CopyOnWriteArrayList<>();
        Script.rejection = (answer, call) -> asked.add(answer.status()) && answer.status() == EXPIRED;
        server.faults().next("/api", Answer.status(EXPIRED));

        client().orders();

        assertThat(asked).containsExactly(EXPIRED, 200);
    }

    @Test
    void headersAreThereInAnyCase() {
        List<String> seen = new CopyOnWriteArrayList<>();
        Script.rejection =
                (answer, call) -> !seen.add(answer.header("content-TYPE").orElse("none"));

        client().orders();

        assertThat(seen).singleElement().asString().startsWith("application/json");
    }

    @Test
    void rejectionOfTheNewTokenReachesTheCaller() {
        Script.rejection = (answer, call) -> answer.status() == EXPIRED;
        server.faults().always("/api", Answer.status(EXPIRED));

        assertThatThrownBy(() -> client().orders())
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        failure -> assertThat(failure.getResponse().getStatus()).isEqualTo(EXPIRED));
        assertRefreshedAndSentTwice();
    }

    @Test
    void s12_guestIsNotAskedAbout() {
        List<Call> asked = new CopyOnWriteArrayList<>();
        Script.rejection = (answer, call) -> asked.add(call);

        client().catalog();

        assertThat(asked).isEmpty();
        assertThat(server.requests().count("/public")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void failureOfTheCheckIsTold() {
        Script.rejection = (answer, call) -> {
            throw new IllegalStateException("no idea");
        };

        assertThatThrownBy(() -> client().orders())
                .isInstanceOf(ProcessingException.class)
                .hasMessage("the RejectionCheck for " + nameOf("orders")
                        + " failed: java.lang.IllegalStateException: no idea");
    }

    /** What the check sees of bodies from now on. */
    protected static List<String> lookInto() {
        List<String> seen = new CopyOnWriteArrayList<>();
        Script.rejection = (answer, call) -> !seen.add(answer.body());
        return seen;
    }

    private void assertRefreshedAndSentTwice() {
        assertThat(tokensSentTo("/api")).hasSize(2).doesNotHaveDuplicates();
        assertThat(server.requests().to("/token")).extracting(Recorded::status).containsExactly(200);
    }
}
