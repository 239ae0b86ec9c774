package dev.tollgate.it.benchmark.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.benchmark.report.Check;
import dev.tollgate.it.benchmark.soak.Outcomes.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short soak, for what must hold of every call; what is flat shows in a long one only. */
@Timeout(120)
class QuickSoakTest {

    private static final int MANY_THREADS = 200;

    @Test
    void nobodyHangsAndNoRefreshTokenIsSentTwiceWhateverGoesWrong() throws Exception {
        Soak.quiet();

        SoakResult result = SoakRun.of(Duration.ofSeconds(20), Duration.ofSeconds(1));

        assertThat(result.outcomes().unexpected()).as("unexpected failures").isEmpty();
        assertThat(result.counts()).allMatch(Check::isMet);
        assertThat(result.outcomes().counts().get(Kind.SERVED))
                .as("calls served")
                .isGreaterThan(200);
        assertThat(result.outcomes().counts().get(Kind.NETWORK))
                .as("calls that met a fault")
                .isPositive();
        assertThat(result.vitals()).isNotEmpty().allMatch(look -> look.threads() < MANY_THREADS);
        Path out = Path.of("target", "soak");
        new SoakReport(result, "here").write(out);
        assertThat(Files.readString(out.resolve("soak.svg")))
                .contains("<polyline")
                .endsWith("</svg>\n");
    }
}
