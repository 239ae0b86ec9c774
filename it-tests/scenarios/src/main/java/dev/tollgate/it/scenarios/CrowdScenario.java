package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.sessions.CrowdClient;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.rest.Realm;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many users on many threads: each answer proves whose token it was asked with. Run one seed again with {@code -Dtollgate.seed}. */
public abstract class CrowdScenario extends ManyUsersScenario {

    private static final long SEED = Long.getLong("tollgate.seed", System.nanoTime());
    private static final Duration RUN = Duration.ofSeconds(5);
    private static final int USERS = 64;
    private static final int THREADS = 16;

    @Inject
    @RestClient
    CrowdClient client;

    @Override
    protected Realm realm() {
        return tollgate.realm("crowd");
    }

    @Override
    protected Members members() {
        return client;
    }

    @Test
    @Timeout(60)
    void nobodyIsEverGivenTheTokenOfSomebodyElse() throws Exception {
        server.tokens().lifetime(Duration.ofSeconds(2));
        Crowd crowd = new Crowd(USERS, client, realm(), server.tokens());
        crowd.signIn();

        run(crowd);
        crowd.judgeBy(server.requests().to("/user"));

        assertThat(crowd.violations).as("seed %d", SEED).isEmpty();
        assertThat(server.tokens().reuseDetected())
                .as("seed %d: refresh tokens used twice", SEED)
                .isZero();
        assertThat(realm().sessions()).allSatisfy(session -> assertThat(session.waiters())
                .as("seed %d: who still waits", SEED)
                .isZero());
        assertThat(crowd.refused.get()).as("seed %d: calls refused", SEED).isLessThan(crowd.served.get());
    }

    private void run(Crowd crowd) throws Exception {
        long end = System.nanoTime() + RUN.toNanos();
        List<Future<Integer>> threads = IntStream.range(0, THREADS)
                .mapToObj(number -> inParallel(() -> run(crowd, new Random(SEED + number), end)))
                .toList();
        for (Future<Integer> thread : threads) {
            thread.get(30, TimeUnit.SECONDS);
        }
        CompletableFuture.allOf(crowd.answers.toArray(CompletableFuture<?>[]::new))
                .get(10, TimeUnit.SECONDS);
    }

    private int run(Crowd crowd, Random random, long end) throws Exception {
        int turns = 0;
        while (System.nanoTime() - end < 0 || !muchHasHappened(crowd)) {
            crowd.turn(random);
            turns++;
        }
        return turns;
    }

    /** A busy machine takes longer for it. */
    private boolean muchHasHappened(Crowd crowd) {
        return crowd.served.get() > 500
                && crowd.comings.get() > USERS / 2
                && crowd.revocations.get() > 10
                && server.tokens().refreshes() > USERS;
    }
}
