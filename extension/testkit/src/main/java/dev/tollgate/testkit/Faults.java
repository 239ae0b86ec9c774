package dev.tollgate.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Scripted answers by path prefix. Those of {@link #next} come first, in the order they were scripted, each for one
 * request; then those of {@link #always}, the last one said; then the normal handling. Thread-safe.
 */
public final class Faults {

    private final List<Fault> script = new ArrayList<>();
    private final List<Fault> standing = new ArrayList<>();

    Faults() {}

    /** One more request to {@code pathPrefix} gets this answer. */
    public Faults next(String pathPrefix, Answer answer) {
        return next(pathPrefix, 1, answer);
    }

    /** So many more requests to {@code pathPrefix} get this answer. */
    public synchronized Faults next(String pathPrefix, int times, Answer answer) {
        for (int i = 0; i < times; i++) {
            script.add(new Fault(pathPrefix, answer));
        }
        return this;
    }

    /** From now on all requests to {@code pathPrefix} for which nothing is scripted get this answer. */
    public synchronized Faults always(String pathPrefix, Answer answer) {
        standing.add(0, new Fault(pathPrefix, answer));
        return this;
    }

    /** Forgets what was said of exactly {@code pathPrefix}. */
    public synchronized Faults clear(String pathPrefix) {
        script.removeIf(fault -> fault.pathPrefix.equals(pathPrefix));
        standing.removeIf(fault -> fault.pathPrefix.equals(pathPrefix));
        return this;
    }

    synchronized Optional<Answer> take(String path) {
        for (Iterator<Fault> faults = script.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.concerns(path)) {
                faults.remove();
                return Optional.of(fault.answer);
            }
        }
        return standing.stream()
                .filter(fault -> fault.concerns(path))
                .map(Fault::answer)
                .findFirst();
    }

    synchronized void reset() {
        script.clear();
        standing.clear();
    }

    private record Fault(String pathPrefix, Answer answer) {

        boolean concerns(String path) {
            return path.startsWith(pathPrefix);
        }
    }
}
