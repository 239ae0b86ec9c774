package dev.tollgate.quarkus.devui;

import dev.tollgate.gate.GateEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last refreshes. Safe for use by many threads. */
@ApplicationScoped
public class RefreshTimeline {

    static final int KEPT = 50;

    private final Deque<Refresh> newestFirst = new ArrayDeque<>();

    /**
     * A refresh as the Dev UI shows it.
     *
     * @param at when it ended (ISO 8601)
     * @param outcome {@code refreshed}, {@code failed} or {@code session over}
     * @param detail how long it took, or why it failed
     */
    public record Refresh(String at, String realm, String session, String outcome, String reason, String detail) {}

    /** What has happened so far, the newest first. */
    synchronized List<Refresh> all() {
        return List.copyOf(newestFirst);
    }

    synchronized void note(@Observes GateEvent event) {
        describe(event).ifPresent(refresh -> {
            newestFirst.addFirst(refresh);
            if (newestFirst.size() > KEPT) {
                newestFirst.removeLast();
            }
        });
    }

    private static Optional<Refresh> describe(GateEvent event) {
        if (event instanceof GateEvent.Refreshed refreshed) {
            return Optional.of(entry(
                    event,
                    "refreshed",
                    refreshed.reason().name(),
                    refreshed.took().toMillis() + " ms"));
        } else if (event instanceof GateEvent.RefreshFailed failed) {
            return Optional.of(entry(
                    event, "failed", failed.reason().name(), failed.failure().getMessage()));
        } else if (event instanceof GateEvent.SessionEnded ended) {
            return Optional.of(entry(event, "session over", "", ended.cause().getMessage()));
        }
        return Optional.empty();
    }

    private static Refresh entry(GateEvent event, String outcome, String reason, @Nullable String detail) {
        return new Refresh(
                Instant.now().toString(),
                event.realm(),
                event.session().value(),
                outcome,
                reason,
                String.valueOf(detail));
    }
}
