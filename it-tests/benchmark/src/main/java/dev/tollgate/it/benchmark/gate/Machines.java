package dev.tollgate.it.benchmark.gate;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where and when it was measured. */
final class Machines {

    private Machines() {}

    static String description() {
        return String.format(
                Locale.ROOT,
                "%s; %d cores, %s %s; JDK %s; load of the machine before: %.1f.",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
