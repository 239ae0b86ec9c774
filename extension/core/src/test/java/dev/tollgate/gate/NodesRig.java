package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Reason;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** A gate before a server of several nodes, which a balancer chooses from. Counts what callers see. */
final class NodesRig {

    final Rig rig = Rig.signedIn();
    private final IntPredicate isBad;
    private final Set<String> revoked = new HashSet<>();
    private Predicate<String> refusesAnyway = kind -> false;
    private int requests;
    private int issued = 1;
    int refreshes;
    int heldUp;
    int failed;
    int mostSent;

    /** @param isBad whether the request with this number, from 0, meets a node that refuses all */
    NodesRig(IntPredicate isBad) {
        this.isBad = isBad;
    }

    void revoke() {
        revoked.add("at-" + issued);
    }

    /** Such calls are refused by all nodes. */
    void refuse(Predicate<String> kinds) {
        refusesAnyway = kinds;
    }

    void calls(int count, Duration apart) {
        for (int i = 0; i < count; i++) {
            call("ShopClient.orders");
            rig.clock.advance(apart);
        }
    }

    /** A call until its caller has an answer; whether that is a good one. */
    boolean call(String kind) {
        Passage passage = rig.gate.enter(() -> kind);
        boolean waits = landed(rig.call(passage));
        answer();
        boolean good = send(passage, kind, 1, waits);
        failed += good ? 0 : 1;
        return good;
    }

    private boolean send(Passage passage, String kind, int times, boolean waited) {
        mostSent = Math.max(mostSent, times);
        if (accepts(passage, kind)) {
            passage.accepted();
            heldUp += waited ? 1 : 0;
            return true;
        }
        CompletableFuture<Verdict> verdict = rig.rejected(passage);
        boolean waits = landed(verdict) || waited;
        if (verdict.join() instanceof Verdict.Repeat) {
            return send(passage, kind, times + 1, waits);
        }
        heldUp += waits ? 1 : 0;
        if (verdict.join() instanceof Verdict.Replay) {
            mostSent = Math.max(mostSent, times + 1);
            return replay(passage, kind);
        }
        return false;
    }

    private boolean replay(Passage passage, String kind) {
        if (accepts(passage, kind) || (passage.repeatsReplay() && accepts(passage, kind))) {
            passage.accepted();
            return true;
        }
        passage.replayRejected();
        return false;
    }

    private boolean accepts(Passage passage, String kind) {
        Grant used = passage.used();
        boolean bad = isBad.test(requests++);
        return used != null
                && !bad
                && !refusesAnyway.test(kind)
                && !revoked.contains(used.tokens().accessToken());
    }

    /** Whether it had to wait for a refresh. */
    private boolean landed(CompletableFuture<?> wait) {
        boolean waits = !wait.isDone();
        for (int patience = 0; !wait.isDone(); patience++) {
            assertThat(patience).as("%s", rig.gate.status()).isLessThan(1_000);
            rig.clock.advance(Duration.ofMillis(10)); // refreshes may be slowed down
            answer();
        }
        return waits;
    }

    private void answer() {
        while (rig.source.unanswered() > 0) {
            issued++;
            refreshes += rig.source.lastRequest().reason() == Reason.REJECTED ? 1 : 0;
            rig.source.answer("at-" + issued, "rt-" + issued);
        }
    }
}
