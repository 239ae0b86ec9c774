package dev.tollgate.it.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Properties;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Was each run of the TCK what it is called? */
public class TallyIT {

    @DataProvider
    static Object[] runs() {
        return System.getProperty("tck.runs", "active").split(",");
    }

    @Test(dataProvider = "runs")
    void allTestsOfTheTckHaveRun(String run) throws IOException {
        Properties tally = tally(run);
        assertThat(number(tally, "tests")).isGreaterThan(230);
        assertThat(number(tally, "tests.passed")).isGreaterThan(215);
        assertThat(number(tally, "tests.failed")).isZero();
        assertThat(number(tally, "requests")).isGreaterThan(250);
    }

    @Test(dataProvider = "runs")
    void tokensAreThereIfAndOnlyIfARealmIsThere(String run) throws IOException {
        Properties tally = tally(run);
        if (Run.of(run).hasRealm()) {
            assertEveryClientGetsTokens(tally);
            assertThat(number(tally, "issued.REJECTED"))
                    .as("calls that were replayed")
                    .isGreaterThan(Run.of(run) == Run.REPLAYED ? 45 : 0);
        } else {
            assertThat(number(tally, "requests.with-token") + number(tally, "arrived.with-token"))
                    .isZero();
        }
    }

    private static void assertEveryClientGetsTokens(Properties tally) {
        assertThat(number(tally, "requests.with-token")).isGreaterThan(250);
        assertThat(number(tally, "arrived.with-token")).isPositive();
        assertThat(tally.getProperty("classes.without-token").split(","))
                .containsExactlyInAnyOrderElementsOf(OutsideTheRealm.read().tests());
    }

    private static int number(Properties tally, String what) {
        return Integer.parseInt(tally.getProperty(what, "0"));
    }

    private static Properties tally(String run) throws IOException {
        Properties tally = new Properties();
        try (Reader file = Files.newBufferedReader(Run.of(run).tally())) {
            tally.load(file);
        }
        return tally;
    }
}
