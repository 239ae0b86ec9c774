package dev.tollgate.it.benchmark.storm.server;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What has happened in one storm. */
final class Journal {

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    long count(Class<? extends Entry> kind) {
        return entries.stream().filter(kind::isInstance).count();
    }
}
