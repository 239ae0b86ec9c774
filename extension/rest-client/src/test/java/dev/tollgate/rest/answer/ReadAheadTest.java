package dev.tollgate.rest.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.rest.replay.BodyBudget;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a look, the caller reads what it would have read without. */
class ReadAheadTest {

    private static final String BODY = "0123456789abcdef".repeat(1024);

    private static final int LIMIT = 1 << 10;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final BodyBudget budget = new BodyBudget(0, 1 << 20);
    private final BodyShare room = budget.share(Integer.MAX_VALUE);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void lookIsGivenUpWhileTheBodyStallsAndTheCallerReadsTheRestWhenItComes() throws Exception {
        try (PipedOutputStream server = new PipedOutputStream()) {
            Stalling stream = new Stalling(new PipedInputStream(server, 1 << 16));
            ReadAhead body = new ReadAhead(stream, room, abandoned::countDown);

            body.look(LIMIT, stream.whenRead(), threads);
            assertThat(body.isWhole()).isFalse();
            Future<byte[]> read = threads.submit(body::readAllBytes);
            server.write(BODY.getBytes(UTF_8), 0, 20);
            server.flush();
            server.write(BODY.getBytes(UTF_8), 20, BODY.length() - 20);
            server.close();

            assertThat(new String(read.get(10, TimeUnit.SECONDS), UTF_8)).isEqualTo(BODY);
            assertThat(abandoned.getCount()).isOne();
        }
    }

    @Test
    void lookSeesMoreThanItsLimitOrAllOfTheBody() throws IOException {
        ReadAhead large = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), room, abandoned::countDown);
        ReadAhead small = new ReadAhead(new ByteArrayInputStream("small".getBytes(UTF_8)), room, abandoned::countDown);

        large.look(LIMIT, inTime(), threads);
        small.look(LIMIT, inTime(), threads);

        assertThat(large.seen()).hasSizeGreaterThan(LIMIT).hasSizeLessThan(BODY.length());
        assertThat(large.isWhole()).isFalse();
        assertThat(new String(large.readAllBytes(), UTF_8)).isEqualTo(BODY);
        assertThat(small.isWhole()).isTrue();
        assertThat(small.read()).isEqualTo('s');
        assertThat(new String(small.readAllBytes(), UTF_8)).isEqualTo("mall");
    }

    @Test
    void callerGetsWhatCameBeforeAFailureAndThenTheFailure() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };
        ReadAhead body = new ReadAhead(
                new SequenceInputStream(new ByteArrayInputStream("part".getBytes(UTF_8)), broken),
                room,
                abandoned::countDown);

        body.look(LIMIT, inTime(), threads);

        assertThat(new String(body.seen(), UTF_8)).isEqualTo("part");
        assertThat(new String(body.readNBytes(4), UTF_8)).isEqualTo("part");
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("reset");
    }

    @Test
    void bodyThatIsBeingReadIsAbandonedWhenItIsClosed() throws Exception {
        try (PipedOutputStream server = new PipedOutputStream()) {
            Stalling stream = new Stalling(new PipedInputStream(server));
            ReadAhead body = new ReadAhead(stream, room, abandoned::countDown);
            body.look(LIMIT, stream.whenRead(), threads);

            body.close();

            assertThat(abandoned.getCount()).isZero();
        }
    }

    @Test
    void secondLookGoesOnWhereTheFirstWasGivenUp() throws Exception {
        try (PipedOutputStream server = new PipedOutputStream()) {
            Stalling stream = new Stalling(new PipedInputStream(server));
            ReadAhead body = new ReadAhead(stream, room, abandoned::countDown);
            body.look(LIMIT, stream.whenRead(), threads);
            server.write("late".getBytes(UTF_8));
            server.close();

            body.look(LIMIT, inTime(), threads);

            assertThat(body.isWhole()).isTrue();
            assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("late");
        }
    }

    @ParameterizedTest
    @MethodSource("noThreads")
    void lookWithoutAThreadLeavesTheBodyAsItWas(Executor noThread) throws IOException {
        ReadAhead body = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), room, abandoned::countDown);

        body.look(LIMIT, passed(), noThread);

        assertThat(body.isHindered()).isTrue();
        assertThat(body.seen()).isEmpty();
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(BODY);
        body.close();
        assertThat(abandoned.getCount()).isOne();
        assertThat(budget.kept()).isZero();
    }

    static Stream<Executor> noThreads() {
        return Stream.of(
                task -> {
                    throw new RejectedExecutionException();
                },
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                task -> {
                    // all threads are busy
                });
    }

    @Test
    void threadThatComesTooLateTakesNothingFromTheCaller() throws IOException {
        ReadAhead body = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), room, abandoned::countDown);
        List<Runnable> queued = new ArrayList<>();
        body.look(LIMIT, passed(), queued::add);

        queued.forEach(Runnable::run);

        assertThat(budget.kept()).isZero();
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(BODY);
    }

    @Test
    void lookEndsWhereThereIsNoMoreRoomAndTheCallerReadsAll() throws IOException {
        BodyShare others = budget.share(Integer.MAX_VALUE);
        assertThat(others.grow((1 << 20) - 5000)).isTrue();
        ReadAhead body = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), room, abandoned::countDown);

        body.look(BODY.length(), inTime(), threads);

        assertThat(body.isHindered()).isTrue();
        assertThat(body.isWhole()).isFalse();
        assertThat(body.seen()).hasSizeLessThanOrEqualTo(5000).isNotEmpty();
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(BODY);
    }

    @Test
    void readAheadCountsUntilTheCallerHasReadIt() throws IOException {
        ReadAhead body = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), room, abandoned::countDown);

        body.look(LIMIT, inTime(), threads);

        assertThat(budget.kept()).isGreaterThan(LIMIT).isLessThan(2 * LIMIT);
        body.readNBytes(LIMIT);
        assertThat(budget.kept()).isPositive();
        body.readNBytes(LIMIT);
        assertThat(budget.kept()).isZero();
    }

    @Test
    void readAheadCountsUntilItIsClosed() throws IOException {
        ReadAhead body = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), room, abandoned::countDown);
        body.look(LIMIT, inTime(), threads);

        body.close();

        assertThat(budget.kept()).isZero();
    }

    private static Deadline passed() {
        return Deadline.in(Duration.ZERO, TimeSource.system());
    }

    private static Deadline inTime() {
        return Deadline.in(Duration.ofSeconds(30), TimeSource.system());
    }

    /** What looks at it has no more time as soon as it is read. */
    private static final class Stalling extends FilterInputStream implements TimeSource {
        private volatile long hours;

        Stalling(InputStream body) {
            super(body);
        }

        Deadline whenRead() {
            return Deadline.in(Duration.ofMillis(10), this);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            hours = 1;
            return super.read(into, offset, length);
        }

        @Override
        public long nanoTime() {
            return Duration.ofHours(hours).toNanos();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(Duration.ofHours(hours));
        }
    }
}
