package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guarantee 3: never shorter than what refreshes have lately taken, never so long that half of a token's life is lost. */
class RefreshMarginTest {

    private static final double LEAST = 0;
    private static final double MOST = Math.nextDown(1.0);
    private static final Duration WISHED = Duration.ofSeconds(30);

    @ParameterizedTest(name = "life {0} ms, refreshes took {1} ms: between {2} and {3} ms")
    @CsvSource({
        "3600000,  200, 30000, 36000", // as wished
        "  60000,  200, 15000, 18000", // a quarter of the life
        "   6000, 2000,  3000,  3000", // needs 3.6 s: half of the life is the bound
        "   1000,  200,   400,   480", // needs one and a half times as long, and what may not be sent any more
        "   1000,  600,   500,   500",
        " 300000, 40000, 61000, 73200", // slower than wished
        "      0,   10,     0,     0"
    })
    void marginLiesBetween(long life, long took, long least, long most) {
        assertThat(margin(life, took, LEAST)).isEqualTo(Duration.ofMillis(least));
        assertThat(margin(life, took, MOST))
                .isBetween(Duration.ofMillis(most).minusNanos(1000), Duration.ofMillis(most));
    }

    @Test
    void beforeTheFirstRefreshASecondIsAssumed() {
        RefreshAhead ahead = new RefreshAhead(WISHED, () -> LEAST);

        assertThat(ahead.margin(Duration.ofSeconds(5), Duration.ofSeconds(5))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void theSlowestRefreshIsForgottenLittleByLittle() {
        RefreshAhead ahead = new RefreshAhead(WISHED, () -> LEAST);
        Duration life = Duration.ofSeconds(20);
        ahead.took(Duration.ofSeconds(4).toNanos());
        assertThat(ahead.margin(life, life)).isEqualTo(Duration.ofSeconds(6));

        ahead.took(0);
        assertThat(ahead.margin(life, life)).isEqualTo(Duration.ofMillis(5250));
        for (int i = 0; i < 20; i++) {
            ahead.took(0);
        }

        assertThat(ahead.margin(life, life)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void fasterRefreshDrawsTheMarginAnEighthOfTheWay() {
        RefreshAhead ahead = new RefreshAhead(WISHED, () -> LEAST);
        Duration life = Duration.ofSeconds(40);
        ahead.took(Duration.ofSeconds(8).toNanos());

        ahead.took(Duration.ofSeconds(4).toNanos());

        assertThat(ahead.margin(life, life)).as("once and a half 7.5 s").isEqualTo(Duration.ofMillis(11250));
    }

    private static Duration margin(long life, long took, double random) {
        RefreshAhead ahead = new RefreshAhead(WISHED, () -> random);
        ahead.took(Duration.ofMillis(took).toNanos());
        Duration whole = Duration.ofMillis(life);
        Duration skew = Duration.ofSeconds(1);
        Duration unsent = skew.compareTo(whole.dividedBy(10)) < 0 ? skew : whole.dividedBy(10);
        return ahead.margin(whole, whole.minus(unsent));
    }
}
