package dev.tollgate.it.benchmark.soak;

import dev.tollgate.it.benchmark.report.Check;
import dev.tollgate.it.benchmark.report.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code Soak <directory> <minutes>}: soaks, and writes table and plot. Exit code 0 only if all is as it must be. */
public final class Soak {

    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Kept here: the logging API forgets the levels of loggers that nobody holds. */
    private static final List<Logger> CHATTY = List.of(Logger.getLogger("org"), Logger.getLogger("dev.tollgate"));

    private Soak() {}

    /** Soaks. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        quiet();
        String machine = Machine.description();
        SoakResult result = SoakRun.of(Duration.ofMinutes(Long.parseLong(arguments[1])), LOOK);
        SoakReport report = new SoakReport(result, machine);
        report.write(Path.of(arguments[0]));
        System.out.println(report.asciiDoc());
        result.outcomes().unexpected().forEach(System.out::println);
        System.exit(result.checks().stream().allMatch(Check::isMet) ? 0 : 1);
    }

    /** Thousands of faults are meant; each would be logged. */
    static void quiet() {
        CHATTY.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
