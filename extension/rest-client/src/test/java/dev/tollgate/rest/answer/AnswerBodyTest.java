package dev.tollgate.rest.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.replay.BodyBudget;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A look at a body takes nothing away, ends at its limit, and does not last longer than it may. */
class AnswerBodyTest {

    private static final String BODY = "{\"error\":\"invalid_token\"}";

    private InputStream stream = InputStream.nullInputStream();
    private final TickingClock clock = new TickingClock();

    @ParameterizedTest
    @CsvSource({"24, false", "25, true", "26, true", "0, false", "100000, true"})
    void bodyIsWholeUpToTheLimit(int limit, boolean whole) throws IOException {
        assertThat(BODY).hasSize(25);
        stream = new ByteArrayInputStream(BODY.getBytes(UTF_8));

        AnswerBody body = AnswerBody.peek(response(), room(limit), Deadline.in(Duration.ofDays(1), clock));

        assertThat(body.isWhole()).isEqualTo(whole);
        assertThat(rest()).isEqualTo(BODY);
    }

    @Test
    void drippingBodyIsReadWhileThereIsTime() throws IOException {
        stream = new Drips(BODY);

        AnswerBody body = AnswerBody.peek(response(), room(1000), Deadline.in(Duration.ofSeconds(10), clock));

        assertThat(body.isWhole()).isFalse();
        assertThat(clock.seconds).isEqualTo(10);
        assertThat(rest()).isEqualTo(BODY.substring(0, 10));
    }

    @Test
    void drippingBodyThatEndsInTimeIsWhole() throws IOException {
        stream = new Drips(BODY);

        AnswerBody body = AnswerBody.peek(response(), room(1000), Deadline.in(Duration.ofSeconds(100), clock));

        assertThat(body.isWhole()).isTrue();
        assertThat(rest()).isEqualTo(BODY);
    }

    @Test
    void bodyForWhichThereIsNoRoomBesideOthersIsReadToItsEndAndNotKept() throws IOException {
        BodyBudget budget = new BodyBudget(100, 30);
        BodyShare other = budget.share();
        assertThat(other.grow(10)).isTrue();
        stream = new ByteArrayInputStream(BODY.getBytes(UTF_8));

        AnswerBody body = AnswerBody.peek(response(), budget.share(), Deadline.in(Duration.ofDays(1), clock));

        assertThat(body.isWhole()).isTrue();
        assertThat(rest()).isEmpty();
        assertThat(budget.kept()).isEqualTo(10);
    }

    @Test
    void bodyThatIsKeptCountsUntilItIsGivenBack() throws IOException {
        BodyBudget budget = new BodyBudget(100, 30);
        BodyShare room = budget.share();
        stream = new ByteArrayInputStream(BODY.getBytes(UTF_8));

        AnswerBody.peek(response(), room, Deadline.in(Duration.ofDays(1), clock));

        assertThat(budget.kept()).isEqualTo(BODY.length());
        room.giveBack();
        assertThat(budget.kept()).isZero();
    }

    @Test
    void bodyThatHasComeIsHeldIfThereIsRoomAndReadWholeEitherWay() throws IOException {
        BodyBudget budget = new BodyBudget(30, 30);
        BodyShare other = budget.share();
        assertThat(other.grow(10)).isTrue();
        stream = new ByteArrayInputStream(BODY.getBytes(UTF_8));

        assertThat(AnswerBody.isHeld(response(), 24, budget.share())).isFalse();
        assertThat(AnswerBody.isHeld(response(), 25, budget.share())).isFalse();
        other.giveBack();
        assertThat(AnswerBody.isHeld(response(), 25, budget.share())).isTrue();
        assertThat(rest()).isEqualTo(BODY);
    }

    @Test
    void bodyThatALookHasSeenWholeCountsOnceUntilItsCallerHasReadIt() throws IOException {
        BodyBudget budget = new BodyBudget(10, 8000);
        stream = new ByteArrayInputStream(BODY.getBytes(UTF_8));

        AnswerBody seen = AnswerBody.look(response(), 1000, inTime(), budget, Runnable::run, () -> {});
        long kept = budget.kept();

        assertThat(seen.isWhole()).isTrue();
        assertThat(kept).isBetween((long) BODY.length(), 1001L);
        assertThat(AnswerBody.isHeld(response(), 25, budget.share())).isTrue();
        assertThat(budget.kept()).isEqualTo(kept);
        assertThat(rest()).isEqualTo(BODY);
        assertThat(budget.kept()).isZero();
    }

    @Test
    void lookWithoutRoomSeesNothingAndTheCallerReadsAll() throws IOException {
        BodyBudget budget = new BodyBudget(1000, 10);
        stream = new ByteArrayInputStream(BODY.getBytes(UTF_8));

        AnswerBody seen = AnswerBody.look(response(), 1000, inTime(), budget, Runnable::run, () -> {});

        assertThat(seen.isHindered()).isTrue();
        assertThat(seen.isWhole()).isFalse();
        assertThat(rest()).isEqualTo(BODY);
    }

    private Deadline inTime() {
        return Deadline.in(Duration.ofDays(1), clock);
    }

    private static BodyShare room(int limit) {
        return new BodyBudget(limit, 1_000_000).share();
    }

    private String rest() throws IOException {
        return new String(stream.readAllBytes(), UTF_8);
    }

    private ClientResponseContext response() {
        return (ClientResponseContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ClientResponseContext.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("setEntityStream")) {
                        stream = (InputStream) arguments[0];
                    }
                    return method.getName().equals("getEntityStream") ? stream : null;
                });
    }

    /** One byte a second. */
    private final class Drips extends ByteArrayInputStream {

        Drips(String text) {
            super(text.getBytes(UTF_8));
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            clock.seconds++;
            return super.read(into, offset, Math.min(1, length));
        }
    }

    private static final class TickingClock implements TimeSource {
        private long seconds;

        @Override
        public long nanoTime() {
            return Duration.ofSeconds(seconds).toNanos();
        }

        @Override
        public Instant now() {
            return Instant.ofEpochSecond(seconds);
        }
    }
}
