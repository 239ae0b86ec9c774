package dev.tollgate.gate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether one node of a server may be refusing tokens that the others accept: tokens are replaced after rejections again
 * and again, or a call was accepted when it was sent once more with the token that had been rejected. Immutable.
 *
 * @param refreshes when the last refreshes after a rejection began
 * @param proofs how many probes in a row have been accepted
 * @param differUntil until when rejected calls are repeated, if a probe has been accepted
 * @param probe the one that is under way
 */
record NodeWatch(List<Long> refreshes, int proofs, long differUntil, @Nullable Probe probe) {

    static final NodeWatch NONE = new NodeWatch(List.of(), 0, 0, null);

    private static final int REFRESHES = 3;
    private static final Duration LATELY = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MAX_DOUBLINGS = 4;

    /** A refresh after a rejection has begun. */
    NodeWatch refreshed(long now) {
        List<Long> last = Stream.concat(refreshes.stream(), Stream.of(now))
                .skip(refreshes.size() < REFRESHES ? 0 : 1)
                .toList();
        return new NodeWatch(last, proofs, differUntil, probe);
    }

    NodeWatch probing(Probe begun) {
        return new NodeWatch(refreshes, proofs, differUntil, begun);
    }

    /** It is not known what came of the probe. */
    NodeWatch withoutProbe() {
        return new NodeWatch(refreshes, proofs, differUntil, null);
    }

    /** The token was refused once more. */
    NodeWatch refused() {
        return new NodeWatch(refreshes, 0, differUntil, null);
    }

    /** The token that one node had refused was accepted by another one. */
    NodeWatch accepted(long now) {
        if (differ(now)) {
            return withoutProbe(); // one that began before it was known
        }
        Duration longer = FIRST.multipliedBy(1L << Math.min(proofs, MAX_DOUBLINGS));
        Duration time = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        return new NodeWatch(refreshes, proofs + 1, now + time.toNanos(), null);
    }

    RejectionRule.Nodes nodes(long now) {
        if (differ(now)) {
            return RejectionRule.Nodes.DIFFER;
        } else if (probe != null) {
            return RejectionRule.Nodes.PROBED;
        }
        return proofs > 0 || isRefreshedTooOften(now) ? RejectionRule.Nodes.SUSPECTED : RejectionRule.Nodes.ALIKE;
    }

    private boolean differ(long now) {
        return proofs > 0 && now - differUntil < 0;
    }

    private boolean isRefreshedTooOften(long now) {
        return refreshes.size() == REFRESHES && now - refreshes.get(0) < LATELY.toNanos();
    }
}
