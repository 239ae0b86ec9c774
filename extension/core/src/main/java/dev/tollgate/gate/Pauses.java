package dev.tollgate.gate;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of call have had tokens rejected that were issued a moment ago. One such rejection happens (a token can be
 * revoked at any time); more in a row mean that a new token does not help, so these calls may cause refreshes at longer and
 * longer intervals only, until one of them is accepted. Immutable.
 */
record Pauses(Map<String, Pause> byKind) {

    static final int MOST_KINDS = 64;
    static final Pauses NONE = new Pauses(Map.of());

    private static final int TOLERATED = 1;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 6;

    /** A call of this {@code kind} has had {@code fresh} tokens rejected right after its refresh. */
    Pauses refused(String kind, Grant fresh, long now) {
        Pause before = byKind.get(kind);
        if (before != null && before.generation >= fresh.generation()) {
            return this; // many calls share a refresh, and all are told so
        }
        Map<String, Pause> all = new HashMap<>(byKind);
        all.put(kind, Pause.next(before, fresh, now));
        if (all.size() > MOST_KINDS) {
            all.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(kind))
                    .min(Comparator.comparingLong(entry -> entry.getValue().until - now))
                    .ifPresent(soonest -> all.remove(soonest.getKey()));
        }
        return new Pauses(Map.copyOf(all));
    }

    /** A call of this {@code kind} has been accepted. */
    Pauses accepted(String kind) {
        if (!byKind.containsKey(kind)) {
            return this;
        }
        Map<String, Pause> all = new HashMap<>(byKind);
        all.remove(kind);
        return new Pauses(Map.copyOf(all));
    }

    /** Whether a new token has lately not helped such calls. */
    boolean isSuspect(String kind) {
        return byKind.containsKey(kind);
    }

    /** Whether such a call may not cause a refresh now. */
    boolean isPaused(String kind, long now) {
        Pause pause = byKind.get(kind);
        return pause != null && pause.isDistrusted() && now - pause.until < 0;
    }

    /** Whether the tolerance ended with the last rejection. */
    boolean hasJustBegun(String kind) {
        Pause pause = byKind.get(kind);
        return pause != null && pause.count == TOLERATED + 1;
    }

    record Pause(long generation, int count, long until) {

        boolean isDistrusted() {
            return count > TOLERATED;
        }

        private static Pause next(@Nullable Pause before, Grant fresh, long now) {
            if (before == null) {
                return new Pause(fresh.generation(), 1, now);
            }
            int count = before.count + 1;
            long pause = FIRST.toNanos() << Math.min(count - TOLERATED - 1, MAX_DOUBLINGS);
            return new Pause(fresh.generation(), count, now + pause);
        }
    }
}
