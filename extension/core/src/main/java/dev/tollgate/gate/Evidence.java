package dev.tollgate.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of call have had the tokens of one generation rejected, and what speaks for these tokens: a call that had
 * set out after a rejection, and was accepted. What was sent before it tells nothing, since the tokens may have been
 * revoked in between. Immutable.
 *
 * @param generation the tokens in question
 * @param before how many rejections there were of earlier ones
 * @param count how many rejections there have been in all
 * @param acceptedAfter the greatest number of rejections of which a call knew that was accepted
 * @param rejections the number of the last rejection of each kind of call
 * @param barred the kinds of call to which these tokens are not served any more
 */
record Evidence(
        long generation,
        long before,
        long count,
        long acceptedAfter,
        Map<String, Long> rejections,
        Set<String> barred) {

    /** There are more only where an application makes up kinds of call without end. */
    static final int MOST_KINDS = 64;

    static final Evidence NONE = new Evidence(0, 0, 0, 0, Map.of(), Set.of());

    /** A call of this {@code kind} has had tokens of {@code of} rejected. */
    Evidence rejected(String kind, long of) {
        if (of < generation) {
            return this;
        }
        Evidence known = of == generation ? this : new Evidence(of, count, count, count, Map.of(), Set.of());
        return known.rejected(kind);
    }

    private Evidence rejected(String kind) {
        long number = count + 1;
        Map<String, Long> all = rejections;
        if (rejections.size() < MOST_KINDS || rejections.containsKey(kind)) {
            all = new HashMap<>(rejections);
            all.put(kind, number);
        }
        return new Evidence(generation, before, number, acceptedAfter, Map.copyOf(all), barred);
    }

    /** A call of this {@code kind}, which set out when there were {@code known} rejections, has been accepted. */
    Evidence accepted(String kind, long of, long known) {
        if (!isNews(kind, of, known)) {
            return this;
        }
        Set<String> still = barred;
        if (isContradicted(kind, known)) {
            still = new HashSet<>(barred);
            still.remove(kind);
        }
        return new Evidence(generation, before, count, Math.max(acceptedAfter, known), rejections, Set.copyOf(still));
    }

    /** Whether {@link #accepted} would change anything. */
    boolean isNews(String kind, long of, long known) {
        return of == generation && (known > acceptedAfter || isContradicted(kind, known));
    }

    private boolean isContradicted(String kind, long known) {
        return barred.contains(kind) && rejections.getOrDefault(kind, count) <= known;
    }

    /** From now on such calls are not served these tokens. */
    Evidence bar(String kind, long of) {
        if (of != generation || barred.size() >= MOST_KINDS) {
            return this;
        }
        Set<String> more = new HashSet<>(barred);
        more.add(kind);
        return new Evidence(generation, before, count, acceptedAfter, rejections, Set.copyOf(more));
    }

    boolean isBarred(String kind, long of) {
        return of == generation && barred.contains(kind);
    }

    /** Whether any call has had the tokens rejected, and nothing speaks for them. */
    boolean isDoubtful(long of) {
        return of == generation && inARow() > 0;
    }

    /** Whether another kind of call has had the tokens rejected, and nothing speaks for them. */
    boolean isRejectedByAnother(String kind) {
        return rejections.entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() > acceptedAfter && !entry.getKey().equals(kind));
    }

    /** How many rejections there have been since anything spoke for the tokens. */
    long inARow() {
        return count - Math.max(before, acceptedAfter);
    }
}
