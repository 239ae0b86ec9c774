package dev.tollgate.quarkus.devui;

import dev.tollgate.gate.GateEvent;
import dev.tollgate.source.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refresh as the Dev UI shows it.
 *
 * @param at when it was told that it had ended (ISO 8601)
 * @param reason null where nobody knows it
 * @param detail how long it took, or why it failed
 */
public record ShownRefresh(
        String at, String realm, String session, Outcome outcome, @Nullable Reason reason, String detail) {

    /** How a refresh can end. */
    public enum Outcome {
        /** There are new tokens. */
        REFRESHED,
        /** There are none for now. */
        FAILED,
        /** There will be none. */
        SESSION_ENDED
    }

    /** Empty if {@code event} does not end a refresh. */
    static Optional<ShownRefresh> of(GateEvent event) {
        if (event instanceof GateEvent.Refreshed refreshed) {
            return Optional.of(ended(
                    event,
                    Outcome.REFRESHED,
                    refreshed.reason(),
                    refreshed.took().toMillis() + " ms"));
        } else if (event instanceof GateEvent.RefreshFailed failed) {
            return Optional.of(ended(
                    event, Outcome.FAILED, failed.reason(), failed.failure().getMessage()));
        } else if (event instanceof GateEvent.SessionEnded over) {
            return Optional.of(
                    ended(event, Outcome.SESSION_ENDED, null, over.cause().getMessage()));
        }
        return Optional.empty();
    }

    private static ShownRefresh ended(
            GateEvent event, Outcome outcome, @Nullable Reason reason, @Nullable String detail) {
        return new ShownRefresh(
                Instant.now().toString(),
                event.realm(),
                event.session().value(),
                outcome,
                reason,
                String.valueOf(detail));
    }
}
