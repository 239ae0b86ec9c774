package dev.tollgate.rest.realm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects all mistakes before any is reported, so that nobody has to start the application once for each. */
public final class Problems {

    private static final System.Logger LOG = System.getLogger("dev.tollgate.rest");

    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> doubts = new LinkedHashSet<>();

    /** Adds a mistake of configuration: {@code property} has {@code value}, but {@code rule}. No secret is shown. */
    void add(String property, String value, String rule) {
        found.add(property + "=" + ShownValue.of(property, value) + ": " + rule);
    }

    /** Adds any other mistake. */
    public void add(String problem) {
        found.add(problem);
    }

    /** Adds what may be a mistake. */
    void doubt(String doubt) {
        doubts.add(doubt);
    }

    /** What may be a mistake, each once. */
    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** Logs what may be a mistake. */
    public void warn() {
        doubts.forEach(doubt -> LOG.log(System.Logger.Level.WARNING, doubt));
    }

    /** All mistakes, each once, in the order in which they were found. */
    public List<String> all() {
        return List.copyOf(found);
    }

    /** Fails with all mistakes, if there are any. */
    public void report() {
        if (!found.isEmpty()) {
            throw new IllegalStateException(found.stream()
                    .collect(Collectors.joining(
                            "\n  ", "Tollgate can not start, " + found.size() + " problem(s):\n  ", "")));
        }
    }
}
