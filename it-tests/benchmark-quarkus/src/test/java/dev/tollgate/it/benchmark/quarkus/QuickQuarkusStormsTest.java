package dev.tollgate.it.benchmark.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.benchmark.report.Check;
import dev.tollgate.it.benchmark.storm.Bench;
import dev.tollgate.it.benchmark.storm.Figures;
import dev.tollgate.it.benchmark.storm.Result;
import dev.tollgate.it.benchmark.storm.Run;
import dev.tollgate.it.benchmark.storm.Scenario;
import dev.tollgate.it.benchmark.storm.Targets;
import dev.tollgate.it.benchmark.storm.client.Variant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Short storms, for what can be counted; nothing here depends on how fast the machine is. */
@QuarkusTest
@Timeout(60)
class QuickQuarkusStormsTest {

    @Inject
    QuarkusCallers callers;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = QuarkusStorms.bench(callers, Duration.ofMillis(500));
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
    void whatHappensToTheCallersOfQuarkusOidcClientIsSeen() throws Exception {
        Scenario revocation = Scenario.quick().stream()
                .filter(scenario -> scenario.id().equals("S2"))
                .findFirst()
                .orElseThrow();

        Figures figures = new Figures(bench.run(revocation, Variant.OIDC_CLIENT));

        assertThat(figures.calls()).isPositive();
        assertThat(figures.failed()).as("calls that got a 401").isPositive();
    }
}
