package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateEvent;
import dev.tollgate.gate.GateEvent.SignedOut;
import dev.tollgate.source.SessionKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slow observers miss the oldest events, and nothing else. */
class EventQueueTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final EventQueue queue = new EventQueue("acme", threads::add, event -> told.add(event.realm()));

    @Test
    void eventsAreToldInTheirOrderByOneThread() {
        add(1, 3);

        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(told).containsExactly("1", "2", "3");
        add(4, 4);
        threads.remove().run();
        assertThat(told).containsExactly("1", "2", "3", "4");
        assertThat(queue.dropped()).isZero();
    }

    @Test
    void oldestAreDroppedCountedAndWarnedOfOnce() {
        List<LogRecord> warnings = new ArrayList<>();
        Logger log = Logger.getLogger("dev.tollgate.rest");
        Handler handler = collecting(warnings);
        log.addHandler(handler);
        try {
            add(1, EventQueue.MOST + 5);
        } finally {
            log.removeHandler(handler);
        }
        threads.remove().run();

        assertThat(told).hasSize(EventQueue.MOST).startsWith("6").endsWith(String.valueOf(EventQueue.MOST + 5));
        assertThat(queue.dropped()).isEqualTo(5);
        assertThat(warnings).singleElement().satisfies(warning -> assertThat(warning.getParameters())
                .contains("acme"));
    }

    @Test
    void failingObserverDoesNotStopTheOthers() {
        List<String> seen = new ArrayList<>();
        EventQueue failing = new EventQueue("acme", threads::add, event -> {
            seen.add(event.realm());
            throw new IllegalStateException("no");
        });
        failing.add(event("1"));
        failing.add(event("2"));

        threads.remove().run();

        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void queueGoesOnAfterAThreadThatWasRefused() {
        List<Runnable> accepted = new ArrayList<>();
        boolean[] refuse = {true};
        EventQueue refused = new EventQueue(
                "acme",
                task -> {
                    if (refuse[0]) {
                        throw new RejectedExecutionException();
                    }
                    accepted.add(task);
                },
                event -> told.add(event.realm()));
        assertThatThrownBy(() -> refused.add(event("1"))).isInstanceOf(RejectedExecutionException.class);
        refuse[0] = false;

        refused.add(event("2"));
        accepted.get(0).run();

        assertThat(told).containsExactly("1", "2");
    }

    @Test
    void nothingIsLostOrToldTwiceWhereThreadsRace() throws Exception {
        int producers = 8;
        int each = EventQueue.MOST / producers;
        ExecutorService pool = Executors.newCachedThreadPool();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(producers * each);
        EventQueue raced = new EventQueue("acme", pool, event -> {
            seen.add(event.realm());
            all.countDown();
        });
        try {
            for (int i = 0; i < producers; i++) {
                int producer = i;
                pool.execute(() -> IntStream.range(0, each).forEach(n -> raced.add(event(producer + "-" + n))));
            }
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            pool.shutdownNow();
        }
        assertThat(seen).hasSize(producers * each).doesNotHaveDuplicates();
    }

    private void add(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(n -> queue.add(event(String.valueOf(n))));
    }

    private static GateEvent event(String name) {
        return new SignedOut(name, SessionKey.APPLICATION);
    }

    private static Handler collecting(List<LogRecord> warnings) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
