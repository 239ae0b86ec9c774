package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.UsersClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.Answer;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asynchronous calls go on on threads that know no user: the session goes along with the call, and does not stay there. */
public abstract class AsyncSessionsScenario extends ManyUsersScenario {

    private static final String NOBODY = "nobody is signed in on this thread";

    /** More than the threads that run asynchronous calls. */
    private static final int ON_EVERY_THREAD = 40;

    /** Enough to have found each mistake in the carrying of contexts that there was. */
    private static final int MANY = 600;

    private static final int THREADS = 4;

    @Inject
    @RestClient
    protected UsersClient users;

    @Override
    protected Realm realm() {
        return tollgate.realm("users");
    }

    @Override
    protected Members members() {
        return users;
    }

    @Test
    void asynchronousCallsCarryTheTokensOfThoseWhoMadeThem() throws Exception {
        login("alice");
        login("bob");

        assertThat(usersSeenBy(ON_EVERY_THREAD)).isEqualTo(expectedUsers(ON_EVERY_THREAD));
    }

    @Test
    void replaysOfAsynchronousCallsDoToo() throws Exception {
        login("alice");
        login("bob");
        server.tokens().revokeAccessTokens();

        assertThat(usersSeenBy(ON_EVERY_THREAD)).isEqualTo(expectedUsers(ON_EVERY_THREAD));
        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
        assertThat(server.resources().rejected()).isPositive();
    }

    @Test
    void refreshesThatAsynchronousCallsWaitForDoToo() throws Exception {
        login("alice");
        login("bob");
        List.of("alice", "bob").forEach(user -> expire(realmOf(user)));

        assertThat(usersSeenBy(ON_EVERY_THREAD)).isEqualTo(expectedUsers(ON_EVERY_THREAD));
        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void threadOfACallKeepsNothingOfItsSession() throws Exception {
        login("alice");

        assertThat(afterwardsOnItsThread(client -> as("alice", () -> get(client.meLater()))))
                .hasRootCauseMessage(NOBODY);
    }

    @Test
    void threadOfAReplayedCallKeepsNothingOfItsSession() throws Exception {
        login("alice");
        server.tokens().revokeAccessTokens();

        assertThat(afterwardsOnItsThread(client -> as("alice", () -> get(client.meLater()))))
                .hasRootCauseMessage(NOBODY);
    }

    @Test
    void threadOfACallThatIsNotSentKeepsNothingOfItsSession() throws Exception {
        Throwable afterwards = afterwardsOnItsThread(
                client -> assertThat(as("alice", () -> catchThrowable(() -> get(client.meLater()))))
                        .hasRootCauseInstanceOf(SessionExpiredException.class));

        assertThat(afterwards).hasRootCauseMessage(NOBODY);
    }

    @Test
    void threadOfACallThatIsRefusedKeepsNothingOfItsSession() throws Exception {
        login("alice");
        server.faults().next("/user", 2, Answer.status(401));

        Throwable afterwards = afterwardsOnItsThread(
                client -> assertThat(as("alice", () -> catchThrowable(() -> get(client.meLater()))))
                        .isNotNull());

        assertThat(afterwards).hasRootCauseMessage(NOBODY);
    }

    @Test
    @Timeout(120)
    void manyCallsOfTwoUsersAndOfGuestsKeepApart() throws Exception {
        login("alice");
        login("bob");

        List<Throwable> afterwards = afterwardsOnItsThreads(THREADS, client -> {
            Future<List<String>> alice = inParallel(() -> seenBy("alice", client));
            Future<List<String>> bob = inParallel(() -> seenBy("bob", client));
            assertThat(alice.get(60, TimeUnit.SECONDS)).hasSize(MANY).containsOnly("alice");
            assertThat(bob.get(60, TimeUnit.SECONDS)).hasSize(MANY).containsOnly("bob");
        });

        assertThat(server.requests().to("/user").stream()
                        .filter(request -> request.authorization().isEmpty()))
                .as("calls inside of a scope of guests")
                .hasSize(MANY);
        assertThat(afterwards).allSatisfy(failure -> assertThat(failure).hasRootCauseMessage(NOBODY));
    }

    /** Every other call of {@code user} is followed by one that is a guest's, whatever its method is marked with. */
    private List<String> seenBy(String user, UsersClient client) throws Exception {
        return as(user, () -> {
            List<CompletionStage<JsonObject>> answers = new ArrayList<>();
            List<CompletionStage<JsonObject>> refusals = new ArrayList<>();
            for (int call = 0; call < MANY; call++) {
                answers.add(client.meLater());
                if (call % 2 == 0) {
                    refusals.add(tollgate.callAs(Role.GUEST, client::meLater));
                }
            }
            List<String> seen = new ArrayList<>();
            for (CompletionStage<JsonObject> answer : answers) {
                seen.add(get(answer).getString("user"));
            }
            for (CompletionStage<JsonObject> refusal : refusals) {
                assertThat(catchThrowable(() -> get(refusal))).isNotNull();
            }
            return seen;
        });
    }

    /** What becomes of a call without a user on the thread that has just run asynchronous ones. */
    private Throwable afterwardsOnItsThread(Work work) throws Exception {
        return afterwardsOnItsThreads(1, work).get(0);
    }

    /** The same on {@code count} threads that have run them. */
    protected List<Throwable> afterwardsOnItsThreads(int count, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CyclicBarrier all = new CyclicBarrier(count);
        try {
            work.with(RestClientBuilder.newBuilder()
                    .baseUri(server.uri())
                    .executorService(threads)
                    .build(UsersClient.class));
            Callable<Throwable> callOfNobody = () -> {
                all.await(10, TimeUnit.SECONDS);
                return catchThrowable(users::me);
            };
            List<Throwable> failures = new ArrayList<>();
            for (Future<Throwable> end : threads.invokeAll(Collections.nCopies(count, callOfNobody))) {
                failures.add(end.get());
            }
            return failures;
        } finally {
            threads.shutdown();
        }
    }

    @FunctionalInterface
    protected interface Work {
        void with(UsersClient client) throws Exception;
    }

    private List<String> usersSeenBy(int calls) throws Exception {
        List<CompletionStage<JsonObject>> answers = new ArrayList<>();
        for (String user : expectedUsers(calls)) {
            answers.add(as(user, users::meLater));
        }
        List<String> seen = new ArrayList<>();
        for (CompletionStage<JsonObject> answer : answers) {
            seen.add(get(answer).getString("user"));
        }
        return seen;
    }

    private static List<String> expectedUsers(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(number -> number % 2 == 0 ? "alice" : "bob")
                .toList();
    }

    private static void expire(Realm realm) {
        realm.signIn(realm.tokens().toBuilder().expiresIn(Duration.ZERO).build());
    }
}
