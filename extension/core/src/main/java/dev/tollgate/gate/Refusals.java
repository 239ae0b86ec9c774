package dev.tollgate.gate;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which clients refuse tokens that were issued a moment ago. One such refusal happens (a token can be revoked
 * at any time); more in a row mean that a new token does not help, so these clients may cause refreshes at longer and
 * longer intervals only, until they accept a token.
 */
final class Refusals {

    private static final int TOLERATED = 1;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 6;

    private final Map<String, Refusal> byClient = new ConcurrentHashMap<>();

    /**
     * The client has refused a token right after its refresh.
     *
     * @return whether this is where the tolerance ends
     */
    boolean refused(String client, Grant fresh, long now) {
        AtomicBoolean crossed = new AtomicBoolean();
        byClient.compute(client, (name, before) -> {
            Refusal next = Refusal.next(before, fresh, now);
            crossed.set(!next.equals(before) && next.count == TOLERATED + 1);
            return next;
        });
        return crossed.get();
    }

    /** The client has accepted a token. */
    void accepted(String client) {
        if (!byClient.isEmpty()) {
            byClient.remove(client);
        }
    }

    /** Whether a new token has lately not helped this client. */
    boolean isSuspect(String client) {
        return byClient.containsKey(client);
    }

    /** Whether a rejection by this client may not cause a refresh now. */
    boolean isPaused(String client, long now) {
        Refusal refusal = byClient.get(client);
        return refusal != null && refusal.count > TOLERATED && now - refusal.pausedUntil < 0;
    }

    private record Refusal(long generation, int count, long pausedUntil) {

        static Refusal next(@Nullable Refusal before, Grant fresh, long now) {
            if (before == null) {
                return new Refusal(fresh.generation(), 1, now);
            }
            if (before.generation >= fresh.generation()) {
                return before;
            }
            int count = before.count + 1;
            long pause = FIRST_PAUSE.toNanos() << Math.min(count - TOLERATED - 1, MAX_DOUBLINGS);
            return new Refusal(fresh.generation(), count, now + pause);
        }
    }
}
