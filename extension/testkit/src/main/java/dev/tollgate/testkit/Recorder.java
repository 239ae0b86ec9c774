package dev.tollgate.testkit;

import java.util.ArrayList;
import java.util.List;

/** Every request that arrived, in order of arrival; one that is still being handled has the status 0. Thread-safe. */
public final class Recorder {

    private final List<Entry> entries = new ArrayList<>();

    Recorder() {}

    /** All requests. */
    public List<Recorded> all() {
        return to("");
    }

    /** The requests whose path starts with {@code pathPrefix}. */
    public synchronized List<Recorded> to(String pathPrefix) {
        return entries.stream()
                .map(entry -> entry.recorded)
                .filter(recorded -> recorded.path().startsWith(pathPrefix))
                .toList();
    }

    /** How many requests' paths start with {@code pathPrefix}. */
    public int count(String pathPrefix) {
        return to(pathPrefix).size();
    }

    synchronized Entry arrived(Recorded request) {
        Entry entry = new Entry(request);
        entries.add(entry);
        return entry;
    }

    synchronized void answered(Entry entry, int status) {
        entry.recorded = entry.recorded.answeredWith(status);
    }

    synchronized void reset() {
        entries.clear();
    }

    static final class Entry {

        private Recorded recorded;

        private Entry(Recorded recorded) {
            this.recorded = recorded;
        }
    }
}
