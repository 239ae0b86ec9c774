package dev.tollgate.gate;

import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import java.util.concurrent.ThreadLocalRandom;

/** What the gates of one realm have in common. */
record RealmParts(
        String realm,
        TokenSource source,
        GatePolicy policy,
        TimeSource time,
        GateThreads threads,
        FailureRule rule,
        Runways runways,
        GateListener listener) {

    static RealmParts of(
            String realm,
            TokenSource source,
            GatePolicy policy,
            TimeSource time,
            GateThreads threads,
            GateListener listener) {
        BackOff backOff = new BackOff(policy.backOff(), policy.maxBackOff(), () -> ThreadLocalRandom.current()
                .nextDouble());
        return new RealmParts(
                realm,
                source,
                policy,
                time,
                threads,
                new FailureRule(policy, backOff),
                new Runways(policy.maxRefreshes(), threads),
                new GateLog().and(listener));
    }
}
