package dev.tollgate.gate;

import dev.tollgate.gate.RejectionRule.Situation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that a gate remembers of rejected tokens, for each kind of call and of the servers as a whole. Safe for use by many
 * threads; calls that nothing was rejected of read two fields.
 */
final class Refusals {

    private volatile Evidence evidence = Evidence.NONE;
    private volatile Pauses pauses = Pauses.NONE;
    private volatile NodeWatch watch = NodeWatch.NONE;

    /** How many rejections there have been: a call that sets out now knows of so many. */
    long count() {
        return evidence.count();
    }

    boolean isBarred(String kind, Grant grant) {
        return evidence.isBarred(kind, grant.generation());
    }

    /** Whether a call that cannot be sent again had better wait for the next token, since others have had this one rejected. */
    boolean isDoubtful(Grant grant) {
        return evidence.isDoubtful(grant.generation());
    }

    /** Whether a new token has lately not helped such calls. */
    boolean isSuspect(String kind) {
        return pauses.isSuspect(kind);
    }

    /** Whether such calls may not cause a refresh now. */
    boolean isPaused(String kind, long now) {
        return pauses.isPaused(kind, now);
    }

    synchronized void rejected(String kind, Grant used) {
        evidence = evidence.rejected(kind, used.generation());
    }

    synchronized void bar(String kind, Grant used) {
        evidence = evidence.bar(kind, used.generation());
    }

    /** @param known how many rejections there were when the call set out */
    void accepted(String kind, Grant used, long known) {
        if (evidence.isNews(kind, used.generation(), known) || pauses.isSuspect(kind)) {
            note(kind, used, known);
        }
    }

    private synchronized void note(String kind, Grant used, long known) {
        evidence = evidence.accepted(kind, used.generation(), known);
        pauses = pauses.accepted(kind);
    }

    /**
     * Such a call has had {@code fresh} tokens rejected right after its refresh.
     *
     * @return whether this is where the tolerance ends
     */
    synchronized boolean replayRejected(String kind, Grant fresh, long now) {
        Pauses before = pauses;
        pauses = before.refused(kind, fresh, now);
        return !pauses.equals(before) && pauses.hasJustBegun(kind);
    }

    Situation situation(RejectedCall call, boolean mayProbe, boolean flying, boolean served, long now) {
        Evidence known = evidence;
        Pauses paused = pauses;
        return new Situation(
                paused.isPaused(call.kind(), now),
                paused.isSuspect(call.kind()),
                call.isRepeatable(),
                mayProbe ? call.repeats() : Math.max(1, call.repeats()),
                flying,
                served && !known.isBarred(call.kind(), call.used().generation()),
                watch.nodes(now),
                known.isRejectedByAnother(call.kind()),
                known.inARow());
    }

    // ---- the servers as a whole

    /** Another session has nothing to do with the refreshes before. */
    void startAnew() {
        Optional<Probe> before;
        synchronized (this) {
            before = probe();
            watch = NodeWatch.NONE;
        }
        before.ifPresent(Probe::endHere);
    }

    boolean nodesDiffer(long now) {
        return watch.nodes(now) == RejectionRule.Nodes.DIFFER;
    }

    synchronized void refreshed(long now) {
        watch = watch.refreshed(now);
    }

    /** False if another call was faster. */
    synchronized boolean begin(Probe probe) {
        boolean first = watch.probe() == null;
        if (first) {
            watch = watch.probing(probe);
        }
        return first;
    }

    Optional<Probe> probe() {
        return Optional.ofNullable(watch.probe());
    }

    /** The one that {@code call} makes. */
    Optional<Probe> probeOf(Passage call) {
        return probe().filter(probe -> probe.isMadeBy(call));
    }

    /** It is not known what came of {@code probe}. */
    void abandon(Probe probe) {
        end(probe, NodeWatch::withoutProbe);
    }

    /** The token of {@code probe} was refused once more. */
    void refused(Probe probe) {
        end(probe, NodeWatch::refused);
    }

    private void end(Probe probe, UnaryOperator<NodeWatch> move) {
        synchronized (this) {
            watch = watch.probe() == probe ? move.apply(watch) : watch;
        }
        probe.end();
    }

    /**
     * A call has been accepted when it was sent again with the token that had been rejected.
     *
     * @return whether it is news that the nodes differ
     */
    boolean repeatAccepted(long now) {
        NodeWatch before;
        synchronized (this) {
            before = watch;
            watch = before.accepted(now);
        }
        Optional.ofNullable(before.probe()).ifPresent(Probe::end);
        return before.proofs() == 0;
    }
}
