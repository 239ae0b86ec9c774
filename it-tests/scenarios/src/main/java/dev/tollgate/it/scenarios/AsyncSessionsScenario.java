package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.UsersClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.Answer;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asynchronous calls go on on threads that know no user: the session goes along with the call, and does not stay there. */
public abstract class AsyncSessionsScenario extends ManyUsersScenario {

    private static final String NOBODY = "nobody is signed in on this thread";

    /** More than the threads that run asynchronous calls. */
    private static final int ON_EVERY_THREAD = 40;

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

    /** What becomes of a call without a user on the thread that has just run asynchronous ones. */
    protected @Nullable Throwable afterwardsOnItsThread(Work work) throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            work.with(RestClientBuilder.newBuilder()
                    .baseUri(server.uri())
                    .executorService(one)
                    .build(UsersClient.class));
            return one.submit(() -> catchThrowable(users::me)).get(10, TimeUnit.SECONDS);
        } finally {
            one.shutdown();
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
