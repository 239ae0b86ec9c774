package dev.tollgate.rest.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a look, the caller reads what it would have read without. */
class ReadAheadTest {

    private static final String BODY = "0123456789abcdef".repeat(1024);

    private static final int LIMIT = 1 << 10;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch abandoned = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void lookIsGivenUpWhileTheBodyStallsAndTheCallerReadsTheRestWhenItComes() throws Exception {
        try (PipedOutputStream server = new PipedOutputStream()) {
            ReadAhead body = new ReadAhead(new PipedInputStream(server, 1 << 16), abandoned::countDown);

            body.look(LIMIT, passed(), threads);
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
        ReadAhead large = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), abandoned::countDown);
        ReadAhead small = new ReadAhead(new ByteArrayInputStream("small".getBytes(UTF_8)), abandoned::countDown);

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
                abandoned::countDown);

        body.look(LIMIT, inTime(), threads);

        assertThat(new String(body.seen(), UTF_8)).isEqualTo("part");
        assertThat(new String(body.readNBytes(4), UTF_8)).isEqualTo("part");
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("reset");
    }

    @Test
    void bodyThatIsBeingReadIsAbandonedWhenItIsClosed() throws Exception {
        try (PipedOutputStream server = new PipedOutputStream()) {
            ReadAhead body = new ReadAhead(new PipedInputStream(server), abandoned::countDown);
            body.look(LIMIT, passed(), threads);

            body.close();

            assertThat(abandoned.getCount()).isZero();
        }
    }

    @Test
    void secondLookGoesOnWhereTheFirstWasGivenUp() throws Exception {
        try (PipedOutputStream server = new PipedOutputStream()) {
            ReadAhead body = new ReadAhead(new PipedInputStream(server), abandoned::countDown);
            body.look(LIMIT, passed(), threads);
            server.write("late".getBytes(UTF_8));
            server.close();

            body.look(LIMIT, inTime(), threads);

            assertThat(body.isWhole()).isTrue();
            assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("late");
        }
    }

    @Test
    void lookWithoutAThreadLeavesTheBodyAsItWas() throws IOException {
        ReadAhead body = new ReadAhead(new ByteArrayInputStream(BODY.getBytes(UTF_8)), abandoned::countDown);

        body.look(LIMIT, inTime(), task -> {
            throw new RejectedExecutionException();
        });

        assertThat(body.seen()).isEmpty();
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(BODY);
    }

    private static Deadline passed() {
        return Deadline.in(Duration.ZERO, TimeSource.system());
    }

    private static Deadline inTime() {
        return Deadline.in(Duration.ofSeconds(30), TimeSource.system());
    }
}
