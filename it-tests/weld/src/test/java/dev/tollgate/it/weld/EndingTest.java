package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.rest.realm.Realms;
import dev.tollgate.rest.wiring.StartWithTheApplication;
import dev.tollgate.rest.wiring.TollgateExtension;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an application ends while its tokens are refreshed. Each test ends an application of its own. */
@Timeout(60)
class EndingTest {

    private static CountDownLatch asked = new CountDownLatch(1);
    private static CountDownLatch answer = new CountDownLatch(1);
    private static CompletableFuture<Boolean> answered = new CompletableFuture<>();

    private final ClassLoader outside = Thread.currentThread().getContextClassLoader();
    private final Config unconfigured =
            ConfigProviderResolver.instance().getBuilder().build();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @TokenRealm("desk")
    interface DeskClient {}

    @BeforeEach
    void begin() {
        asked = new CountDownLatch(1);
        answer = new CountDownLatch(1);
        answered = new CompletableFuture<>();
        ClassLoader application = new URLClassLoader(new URL[0], outside);
        ConfigProviderResolver.instance().registerConfig(unconfigured, application);
        Thread.currentThread().setContextClassLoader(application);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (thread.getName().startsWith("tollgate-desk-")) {
                uncaught.add(thrown);
            }
        });
    }

    @AfterEach
    void end() {
        answer.countDown();
        Thread.setDefaultUncaughtExceptionHandler(before);
        ConfigProviderResolver.instance().releaseConfig(unconfigured);
        Thread.currentThread().setContextClassLoader(outside);
    }

    @Test
    void refreshThatHasBeenSentEndsBeforeTheApplicationDoes() throws Exception {
        WeldContainer application = start(SlowSource.class);
        Realm desk = desk(application);
        CompletionStage<TokenSet> tokens = desk.refresh();
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(application::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }

        answer.countDown();
        closing.join();

        assertThat(answered.get(30, TimeUnit.SECONDS)).as("not interrupted").isTrue();
        assertThat(tokens.toCompletableFuture().get(30, TimeUnit.SECONDS).accessToken())
                .isEqualTo("slow");
    }

    @ApplicationScoped
    static class SlowSource extends Acquiring {
        @Override
        public CompletionStage<TokenSet> acquire(TokenRequest request) {
            asked.countDown();
            try {
                answered.complete(answer.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                answered.complete(false);
            }
            return CompletableFuture.completedFuture(TokenSet.of("slow").build());
        }
    }

    @RepeatedTest(10)
    void applicationThatEndsRightAfterAFailedRefreshPrintsNothing() throws Exception {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (WeldContainer application = start(RefusedSource.class)) {
            desk(application).refresh().whenComplete((tokens, thrown) -> failure.set(thrown));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("tollgate-desk-")) {
                thread.join();
            }
        }

        assertThat(uncaught).isEmpty();
    }

    @ApplicationScoped
    static class RefusedSource extends Acquiring {
        @Override
        public CompletionStage<TokenSet> acquire(TokenRequest request) {
            asked.countDown();
            throw new TokenFailure.Configuration("invalid_client");
        }
    }

    abstract static class Acquiring implements TokenSource {
        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return acquire(request);
        }

        @Override
        public boolean canAcquire() {
            return true;
        }
    }

    private static Realm desk(WeldContainer application) {
        return application.select(Tollgate.class).get().realm("desk");
    }

    private static WeldContainer start(Class<?> source) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new TollgateExtension())
                .addBeanClasses(Realms.class, StartWithTheApplication.class, DeskClient.class, source)
                .initialize();
    }
}
