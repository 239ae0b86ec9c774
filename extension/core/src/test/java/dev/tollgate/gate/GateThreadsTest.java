package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guarantee 6: flights and timers run on the gate's own threads. */
@Timeout(30)
class GateThreadsTest {

    private static final int FLIGHTS = 8;

    private final Set<Thread> made = ConcurrentHashMap.newKeySet();
    private final CountDownLatch release = new CountDownLatch(1);
    private final GateThreads threads = GateThreads.of(
            task -> {
                Thread thread = new Thread(task);
                made.add(thread);
                return thread;
            },
            FLIGHTS);

    @AfterEach
    void close() {
        release.countDown();
        threads.close();
    }

    @Test
    void flightsAndTimersRunOnThreadsOfTheFactory() {
        CompletableFuture<Thread> flight = new CompletableFuture<>();
        CompletableFuture<Thread> timer = new CompletableFuture<>();

        threads.run(() -> flight.complete(Thread.currentThread()));
        threads.later(Duration.ZERO, () -> timer.complete(Thread.currentThread()));

        assertThat(made).contains(flight.join(), timer.join());
    }

    @Test
    void blockedFlightsHoldUpFurtherFlightsButNotTheTimers() throws Exception {
        CountDownLatch blocked = new CountDownLatch(FLIGHTS);
        for (int i = 0; i < FLIGHTS; i++) {
            threads.run(() -> {
                blocked.countDown();
                awaitRelease();
            });
        }
        CompletableFuture<Boolean> oneMore = new CompletableFuture<>();
        CompletableFuture<Boolean> timer = new CompletableFuture<>();
        assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();

        threads.run(() -> oneMore.complete(true));
        threads.later(Duration.ofMillis(1), () -> timer.complete(true));

        assertThat(timer.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(oneMore).isNotDone();
        release.countDown();
        assertThat(oneMore.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancelledTimerDoesNotRun() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<Boolean> afterwards = new CompletableFuture<>();
        threads.later(Duration.ZERO, this::awaitRelease);

        threads.later(Duration.ZERO, () -> ran.set(true)).cancel();
        threads.later(Duration.ofNanos(1), () -> afterwards.complete(true));
        release.countDown();

        assertThat(afterwards.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void closingInterruptsBlockedFlightsAndTakesNoMore() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        threads.run(() -> {
            started.countDown();
            interrupted.complete(!awaitRelease());
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        threads.close();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> threads.run(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> threads.later(Duration.ZERO, () -> {})).isInstanceOf(RejectedExecutionException.class);
        for (Thread thread : made) {
            thread.join();
        }
    }

    @Test
    void timersThatAreLeftRunWhenTheThreadsEnd() {
        AtomicBoolean left = new AtomicBoolean();
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicBoolean another = new AtomicBoolean();
        threads.later(Duration.ofDays(1), () -> left.set(true));
        threads.later(Duration.ofDays(1), () -> {
            throw new IllegalStateException("a bug");
        });
        threads.later(Duration.ofDays(2), () -> another.set(true));
        threads.later(Duration.ofDays(1), () -> cancelled.set(true)).cancel();

        threads.close();

        assertThat(left).isTrue();
        assertThat(another).isTrue();
        assertThat(cancelled).isFalse();
    }

    @Test
    void tasksBeyondTheMostThreadsWaitForOneOfThem() throws Exception {
        int most = 2;
        Set<Thread> few = ConcurrentHashMap.newKeySet();
        CountDownLatch done = new CountDownLatch(3 * most);
        try (GateThreads asNeeded = GateThreads.asNeeded(
                task -> {
                    Thread thread = new Thread(task);
                    few.add(thread);
                    return thread;
                },
                most)) {
            for (int i = 0; i < 3 * most; i++) {
                asNeeded.run(() -> {
                    awaitRelease();
                    done.countDown();
                });
            }
            assertThat(few).hasSize(most);
            release.countDown();
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(few).hasSize(most);
        }
    }

    @Test
    void threadsAsNeededTakeNoTaskOnceTheyHaveEnded() {
        GateThreads ended = GateThreads.asNeeded(Thread::new, 1);
        ended.close();

        assertThatThrownBy(() -> ended.run(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    /** False if interrupted. */
    private boolean awaitRelease() {
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
