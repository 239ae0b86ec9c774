package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A refresh call that waits for a thread until its time is up is not sent afterwards. */
class SentInTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Clock clock = new Clock();
    private final RefreshCall call = new RefreshCall(Deadline.in(PATIENCE, clock));
    private final CompletableFuture<Object> answer = new CompletableFuture<>();

    @Test
    void callThatIsNotSentInTimeIsRefused() {
        clock.now = PATIENCE.toNanos();

        assertThatThrownBy(() -> call.sentBy(Clients.NONE))
                .isInstanceOf(ProcessingException.class)
                .hasCauseInstanceOf(TokenFailure.Transient.class);
    }

    @Test
    void callThatIsStillWaitingShortlyBeforeIsCalledOffAsOneThatWasNotSent() {
        CompletableFuture<Object> bounded = bounded();
        assertThat(clock.delays).singleElement().satisfies(delay -> assertThat(delay)
                .isBetween(PATIENCE.multipliedBy(9).dividedBy(10), PATIENCE.minusMillis(1)));

        clock.ring();

        assertThat(failureOf(bounded))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse());
        assertThatThrownBy(() -> call.sentBy(Clients.NONE)).isInstanceOf(ProcessingException.class);
    }

    @Test
    void callThatHasBeenSentMayTakeItsTime() {
        CompletableFuture<Object> bounded = bounded();
        call.sentBy(Clients.NONE);

        clock.ring();
        assertThat(bounded).isNotDone();
        answer.complete("tokens");

        assertThat(bounded).isCompletedWithValue("tokens");
    }

    @Test
    void callThatFailsTellsItsFailureAndNeedsNoTimer() {
        CompletableFuture<Object> bounded = bounded();

        answer.completeExceptionally(new IllegalStateException("refused"));

        assertThat(failureOf(bounded)).hasMessage("refused");
        assertThat(clock.alarms).isEmpty();
    }

    private CompletableFuture<Object> bounded() {
        return SentInTime.of(answer, call, clock);
    }

    private static Throwable failureOf(CompletableFuture<?> settled) {
        assertThat(settled).isCompletedExceptionally();
        return Objects.requireNonNull(settled.handle((value, thrown) -> thrown).join());
    }

    /** Moved by hand. */
    private static final class Clock implements TimeSource, GateThreads {

        private final List<Runnable> alarms = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>();
        private long now;

        void ring() {
            List.copyOf(alarms).forEach(Runnable::run);
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(now);
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void run(Runnable flight) {
            flight.run();
        }

        @Override
        public Timer later(Duration delay, Runnable task) {
            delays.add(delay);
            alarms.add(task);
            return () -> alarms.remove(task);
        }

        @Override
        public void close() {}
    }
}
