package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {

    private static final double LEAST = 0;
    private static final double MOST = Math.nextDown(1.0);

    @ParameterizedTest(name = "after {0} failures between {1} and {2} ms")
    @CsvSource({"1, 50, 100", "2, 100, 200", "3, 200, 400", "4, 400, 800", "5, 500, 1000", "6, 500, 1000"})
    void pauseDoublesUpToTheLongestAndIsSpreadOverItsUpperHalf(int failures, long least, long most) {
        assertThat(backOff(LEAST).after(failures)).isEqualTo(Duration.ofMillis(least));
        assertThat(backOff(MOST).after(failures))
                .isGreaterThan(Duration.ofMillis(most).minusNanos(1000))
                .isLessThanOrEqualTo(Duration.ofMillis(most));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 22, 63, 64, 65, Integer.MAX_VALUE})
    void manyFailuresDoNotOverflow(int failures) {
        assertThat(backOff(LEAST).after(failures)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void longPausesDoNotOverflow() {
        Duration century = Duration.ofDays(36_500);

        assertThat(new BackOff(century, century, () -> LEAST).after(30)).isEqualTo(century.dividedBy(2));
    }

    private static BackOff backOff(double random) {
        return new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1), () -> random);
    }
}
