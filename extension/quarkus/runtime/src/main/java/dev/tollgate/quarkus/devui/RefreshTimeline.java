package dev.tollgate.quarkus.devui;

import dev.tollgate.gate.GateEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last refreshes. Safe for use by many threads. */
@ApplicationScoped
public class RefreshTimeline {

    static final int KEPT = 50;

    private final Deque<ShownRefresh> newestFirst = new ArrayDeque<>();

    /** What has happened so far. */
    synchronized List<ShownRefresh> newestFirst() {
        return List.copyOf(newestFirst);
    }

    synchronized void note(@Observes GateEvent event) {
        ShownRefresh.of(event).ifPresent(refresh -> {
            newestFirst.addFirst(refresh);
            if (newestFirst.size() > KEPT) {
                newestFirst.removeLast();
            }
        });
    }
}
