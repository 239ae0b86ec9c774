package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GateThreadFactoryTest {

    private static final InheritableThreadLocal<String> CALLER = new InheritableThreadLocal<>();

    @Test
    void threadIsADaemonThatSeesTheDeployment() {
        Thread thread = new GateThreadFactory("shop").newThread(() -> {});

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("tollgate-shop-1");
        assertThat(thread.getContextClassLoader())
                .isSameAs(Thread.currentThread().getContextClassLoader());
    }

    /** As a caller whose call has the first thread made; its locals, its group and its priority are its own. */
    @ParameterizedTest
    @MethodSource("factories")
    @SuppressWarnings("ThreadPriorityCheck") // a caller's
    void threadInheritsNothingOfTheCallerThatHasItMade(String kind, ThreadFactory plain) throws Exception {
        GateThreadFactory factory = new GateThreadFactory("shop", plain);
        ThreadGroup group = new ThreadGroup("callers");
        CompletableFuture<Thread> made = new CompletableFuture<>();
        CompletableFuture<Optional<String>> inherited = new CompletableFuture<>();
        Thread calling = new Thread(group, () -> {
            CALLER.set("alice");
            made.complete(factory.newThread(() -> inherited.complete(Optional.ofNullable(CALLER.get()))));
        });
        calling.setPriority(Thread.MAX_PRIORITY);
        calling.setContextClassLoader(new URLClassLoader(new URL[0]));
        calling.start();

        Thread thread = made.get(30, TimeUnit.SECONDS);

        assertThat(thread.getThreadGroup()).as(kind).isNotSameAs(group);
        assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getContextClassLoader())
                .isSameAs(Thread.currentThread().getContextClassLoader());
        thread.start();
        assertThat(inherited.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    static Stream<Arguments> factories() {
        Stream<Arguments> everywhere = Stream.of(
                Arguments.of("daemons", (ThreadFactory) CleanThreads::daemon),
                Arguments.of("those of a container", new ThreadsApart(Thread::new)));
        return Stream.concat(
                everywhere, VirtualThreads.factory().stream().map(virtual -> Arguments.of("virtual", virtual)));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23)
    void threadIsAPlainOneWhereVirtualOnesWouldBePinned() {
        assertThat(VirtualThreads.factory()).isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void threadIsVirtualWhereTheJdkHasThem() {
        assertThat(new GateThreadFactory("shop").newThread(() -> {}).toString()).contains("VirtualThread");
    }
}
