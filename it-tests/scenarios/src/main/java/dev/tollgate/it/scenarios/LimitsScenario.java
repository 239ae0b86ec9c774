package dev.tollgate.it.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.LimitedClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Answer.Reply;
import dev.tollgate.testkit.Hold;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guarantee 13: what is kept for a replay is bounded, for each call and in total. */
public abstract class LimitsScenario extends ShopScenario {

    /** The realm's {@code replay-body-limit}. */
    private static final int LIMIT = 1024;
    /** Its {@code replay-total-limit} is four times as much. */
    private static final int FIT_IN_TOTAL = 4;

    @Inject
    @RestClient
    protected LimitedClient limited;

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        limited.login(credentials("alice"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("limited");
    }

    @Test
    void rejectionWithABodyAtTheLimitIsReplayed() {
        server.faults().next("/api", refusal(LIMIT));

        assertThat(limited.written("one")).contains("\"generation\":1");
        assertThat(server.requests().count("/api")).isEqualTo(2);
    }

    @Test
    void rejectionWithALargerBodyReachesTheCallerWhole() {
        server.faults().next("/api", refusal(LIMIT + 1));

        assertThatThrownBy(() -> limited.placed("one"))
                .isInstanceOfSatisfying(WebApplicationException.class, refused -> assertThat(bodyOf(refused))
                        .isEqualTo("x".repeat(LIMIT + 1)));
        assertThat(server.requests().count("/api")).isEqualTo(1);
        assertNextCallHasANewToken();
    }

    @Test
    protected void rejectionWithAMuchLargerBodyReachesTheCallerWhole() {
        server.faults().next("/api", refusal(3 << 20));

        assertThatThrownBy(() -> limited.written("one"))
                .isInstanceOfSatisfying(WebApplicationException.class, refused -> assertThat(bodyOf(refused))
                        .isEqualTo("x".repeat(3 << 20)));
        assertThat(server.requests().count("/api")).isEqualTo(1);
        assertNextCallHasANewToken();
    }

    @Test
    void uploadAtTheLimitIsSentAgain() {
        server.faults().next("/api", refusal(0));

        upload("y".repeat(LIMIT));

        assertThat(server.requests().to("/api"))
                .extracting(request -> request.body())
                .containsExactly("y".repeat(LIMIT), "y".repeat(LIMIT));
    }

    @Test
    void uploadAboveTheLimitIsNot() {
        server.faults().next("/api", refusal(0));

        assertThatThrownBy(() -> upload("y".repeat(LIMIT + 1))).satisfies(ShopScenario::isUnauthorized);
        assertThat(server.requests().count("/api")).isEqualTo(1);
        assertNextCallHasANewToken();
    }

    @Test
    void uploadsAboveTheTotalLimitAreNotSentAgainAndGiveTheirShareBack() throws Exception {
        assertThat(replayedOf(2 * FIT_IN_TOTAL)).isEqualTo(FIT_IN_TOTAL);

        assertThat(replayedOf(FIT_IN_TOTAL)).isEqualTo(FIT_IN_TOTAL);
    }

    /** Each call waits with the body of its 401, or without where there is no room for it. */
    @Test
    void rejectionsForWhichThereIsNoRoomAreReplayedAllTheSame() throws Exception {
        int calls = 4 * FIT_IN_TOTAL;
        server.faults().next("/api/orders", calls, refusal(LIMIT));
        List<Future<String>> placed = new ArrayList<>();
        try (Hold all = server.hold("/api/orders");
                Hold refresh = server.hold("/token")) {
            for (int i = 0; i < calls; i++) {
                placed.add(inParallel(() -> limited.written("one")));
            }
            all.awaitArrivals(calls);
            all.release();
            refresh.awaitArrivals(1);
            awaitWaiters(calls); // all have been refused before the first is replayed
        }
        for (Future<String> call : placed) {
            assertThat(await(call)).contains("\"generation\":1");
        }
    }

    /** How many of so many uploads at once, all rejected at first, succeed after all. */
    private int replayedOf(int uploads) throws Exception {
        server.tokens().revokeAccessTokens();
        List<Future<Boolean>> calls = new ArrayList<>();
        try (Hold all = server.hold("/api/upload")) {
            for (int i = 0; i < uploads; i++) {
                calls.add(inParallel(() -> succeeds("z".repeat(LIMIT))));
            }
            all.awaitArrivals(uploads);
        }
        int succeeded = 0;
        for (Future<Boolean> call : calls) {
            succeeded += await(call) ? 1 : 0;
        }
        return succeeded;
    }

    private boolean succeeds(String content) {
        try {
            upload(content);
            return true;
        } catch (WebApplicationException rejected) {
            return false;
        }
    }

    private void upload(String content) {
        assertThat(limited.upload(new ByteArrayInputStream(content.getBytes(UTF_8))))
                .contains(content);
    }

    protected void assertNextCallHasANewToken() {
        awaitRefresh();
        assertThat(limited.written("next")).contains("\"generation\":1");
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    protected static Reply refusal(int size) {
        return Answer.status(401).body("text/plain", "x".repeat(size));
    }

    private static String bodyOf(WebApplicationException refused) {
        try (Response response = refused.getResponse()) {
            return response.readEntity(String.class);
        }
    }
}
