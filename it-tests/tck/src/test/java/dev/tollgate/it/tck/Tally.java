package dev.tollgate.it.tck;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What happened in a run, counted from outside of Tollgate. */
public final class Tally {

    /** Deployments have class loaders of their own, which take this class from the one that they share. */
    public static final Tally OF_THIS_RUN = new Tally();

    /** What each token begins with. */
    private static final String TOKEN = "token-of-the-tck-";

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Set<String> testsWithTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();
    private final Set<String> classesWithout = new ConcurrentSkipListSet<>();
    private volatile String testClass = "";
    private volatile String test = "";

    private Tally() {}

    /** A test begins. */
    void begin(Class<?> in, String name) {
        testClass = in.getSimpleName();
        test = testClass + "." + name;
        count("tests");
    }

    /** {@code ATest.aMethod}. */
    String currentTest() {
        return test;
    }

    /** A token is issued for this reason. */
    public String issue(String reason) {
        count("issued." + reason);
        return TOKEN + reason + "-" + issued.incrementAndGet();
    }

    /** A request has passed the first of Tollgate's filters; the application's are next. */
    void passed(@Nullable String authorization) {
        count("requests");
        if (isOurs(authorization)) {
            count("requests.with-token");
            testsWithTokens.add(test);
        } else {
            classesWithout.add(testClass);
        }
    }

    /** A request has arrived at the server. */
    void arrived(@Nullable String authorization) {
        count("arrived");
        if (isOurs(authorization)) {
            count("arrived.with-token");
        }
    }

    void count(String what) {
        counts.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }

    void write(Path file) throws IOException {
        Properties lines = new Properties();
        new TreeMap<>(counts).forEach((what, number) -> lines.setProperty(what, number.toString()));
        lines.setProperty("tests.with-token", String.valueOf(testsWithTokens.size()));
        lines.setProperty("classes.without-token", String.join(",", classesWithout));
        try (Writer writer = Files.newBufferedWriter(file)) {
            lines.store(writer, null);
        }
    }

    static boolean isOurs(@Nullable String authorization) {
        return authorization != null && authorization.startsWith("Bearer " + TOKEN);
    }
}
