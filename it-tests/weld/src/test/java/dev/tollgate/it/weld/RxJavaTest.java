package dev.tollgate.it.weld;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.ManyUsersScenario;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.UsersClient;
import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import io.reactivex.Single;
import io.reactivex.plugins.RxJavaPlugins;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * With RESTEasy's module for RxJava, each step of a {@code Single} runs in a context that was captured once: one after the
 * other on any thread, inside of each other, and on several threads at once.
 */
@Tag("rxjava2")
@ArquillianTest
class RxJavaTest extends ManyUsersScenario {

    private static final int CALLS = 210;
    private static final int PARTS = 30;
    private static final int THREADS = 4;
    private static final int PAGES = 3;
    private static final String NOBODY = "nobody is signed in on this thread";

    /** The same resources as {@link Members}, later. */
    @TokenRealm("users")
    public interface RxClient {

        @POST
        @Path("user")
        Single<JsonObject> me();

        @GET
        @Path("public/catalog")
        @Guest
        Single<JsonObject> catalog();
    }

    @Inject
    @RestClient
    UsersClient users;

    private final RxClient later =
            RestClientBuilder.newBuilder().baseUri(server.uri()).build(RxClient.class);

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }

    /** RESTEasy puts its hooks into RxJava where it starts to serve. They stay: no other test runs with it. */
    @BeforeEach
    void serve() throws Exception {
        if (RxJavaPlugins.getOnSingleAssembly() == null) {
            await(inParallel(Executors.callable(new ResteasyDeploymentImpl()::start)));
        }
        assertThat(RxJavaPlugins.getOnSingleAssembly()).isNotNull();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("users");
    }

    @Override
    protected Members members() {
        return users;
    }

    @Test
    void callOfOneUserAfterThatOfAnotherOnTheSameThreadHasItsOwnToken() throws Exception {
        login("alice");
        login("bob");

        for (int turn = 0; turn < 20; turn++) {
            String user = turn % 2 == 0 ? "alice" : "bob";
            assertThat(callInsideOfItself(user).blockingGet())
                    .as("turn %d", turn)
                    .isEqualTo(user);
            assertThat(callOfNobody()).hasRootCauseMessage(NOBODY);
        }
    }

    @Test
    @Timeout(120)
    void manyCallsOfTwoUsersAndOfGuestsKeepApart() throws Exception {
        login("alice");
        login("bob");
        Map<String, Single<String>> calls =
                Map.of("alice", callInsideOfItself("alice"), "bob", callInsideOfItself("bob"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<String>>> seen = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                String user = part % 2 == 0 ? "alice" : "bob";
                seen.add(threads.submit(() -> seenBy(requireNonNull(calls.get(user)), CALLS * 2 / PARTS)));
            }
            for (int part = 0; part < PARTS; part++) {
                assertThat(seen.get(part).get(60, TimeUnit.SECONDS)).containsOnly(part % 2 == 0 ? "alice" : "bob");
            }
            for (Future<Throwable> afterwards :
                    threads.invokeAll(Collections.nCopies(THREADS, afterAllHaveCome(this::callOfNobody)))) {
                assertThat(afterwards.get()).hasRootCauseMessage(NOBODY);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(server.requests().to("/public"))
                .hasSize(CALLS * 2)
                .allSatisfy(guest -> assertThat(guest.authorization()).isEmpty());
    }

    private static <T> Callable<T> afterAllHaveCome(Callable<T> work) {
        CyclicBarrier all = new CyclicBarrier(THREADS);
        return () -> {
            all.await(10, TimeUnit.SECONDS);
            return work.call();
        };
    }

    /** On a thread that knows no user; each call is followed there by one of a guest. */
    private List<String> seenBy(Single<String> call, int times) {
        List<String> seen = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            seen.add(call.blockingGet());
            assertThat(later.catalog().blockingGet()).isNotNull();
        }
        return seen;
    }

    /** As an application asks for one page after the other: the call that is subscribed to subscribes to itself. */
    private Single<String> callInsideOfItself(String user) throws Exception {
        ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
        AtomicReference<Single<String>> itself = new AtomicReference<>();
        Single<String> call = as(
                user,
                () -> Single.defer(() -> {
                    depth.set((depth.get() + 1) % PAGES);
                    return depth.get() == 0 ? user(later.me()) : itself.get();
                }));
        itself.set(call);
        return call;
    }

    private static Single<String> user(Single<JsonObject> answer) {
        return answer.map(json -> json.getString("user"));
    }

    private Throwable callOfNobody() {
        return catchThrowable(users::me);
    }
}
