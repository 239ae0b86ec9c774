package dev.tollgate.it.benchmark.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.benchmark.report.Check;
import dev.tollgate.it.benchmark.report.Machine;
import dev.tollgate.it.benchmark.storm.client.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Short storms, for what can be counted; nothing here depends on how fast the machine is. */
@Timeout(60)
class QuickStormsTest {

    private static Bench bench;

    @BeforeAll
    static void open() {
        bench = Bench.open(Duration.ofMillis(500));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    static List<Scenario> storms() {
        return Scenario.quick();
    }

    @ParameterizedTest
    @MethodSource("storms")
    void noCallSuffers(Scenario scenario) throws Exception {
        Run run = bench.run(scenario, Variant.TOLLGATE);

        assertThat(run.calls()).as("calls").isNotEmpty();
        assertThat(run.failures()).as("failures").isEmpty();
        assertThat(new Targets(new Result(scenario, List.of(run))).checks())
                .filteredOn(Check::isCount)
                .allMatch(Check::isMet);
    }

    /** A bench that saw nothing would find nothing. */
    @Test
    void whatANaiveClientDoesIsSeen() throws Exception {
        Run expiry = bench.run(quick("S4"), Variant.NAIVE);
        Run revocation = bench.run(quick("S2"), Variant.NAIVE);

        Figures figures = new Figures(expiry);
        assertThat(figures.overlaps()).as("overlapping token calls").isPositive();
        assertThat(figures.familiesLost()).as("families lost").isPositive();
        assertThat(figures.failed()).as("failed calls").isPositive();
        assertThat(new Figures(revocation).tokenCallsPerRevocation()).allMatch(calls -> calls > 1);
    }

    @Test
    void tablesAndPlotsAreWritten() throws Exception {
        Path out = Path.of("target", "storms");
        Scenario scenario = quick("S1").lasting(Duration.ofSeconds(2));

        new Report(List.of(bench.runAll(scenario)), Machine.description(), Origin.STORMS).write(out);

        assertThat(out.resolve("storms.md")).content().contains("| S1 | naive |", "| S1 | Tollgate |");
        assertThat(out.resolve("storms.adoc")).content().contains("|S1 |Tollgate", "image::s1.svg[");
        assertThat(out.resolve("s1.svg"))
                .content()
                .startsWith("<svg")
                .contains("<polyline")
                .endsWith("</svg>\n");
    }

    private static Scenario quick(String id) {
        return Scenario.quick().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
