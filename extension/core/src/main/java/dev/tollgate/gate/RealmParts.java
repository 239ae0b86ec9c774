package dev.tollgate.gate;

import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** What the gates of one realm have in common. */
record RealmParts(
        String realm,
        TokenSource source,
        GatePolicy policy,
        TimeSource time,
        GateThreads threads,
        FailureRule rule,
        Runways runways,
        Runways revocations,
        RefreshAhead ahead,
        ServerHabits habits,
        OpenRequests requests,
        GateListener listener) {

    static RealmParts of(
            String realm,
            TokenSource source,
            GatePolicy policy,
            TimeSource time,
            GateThreads threads,
            GateListener listener) {
        return of(realm, source, policy, time, threads, listener, () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /** The same, where {@code listener} is told as well. */
    RealmParts alsoTelling(GateListener another) {
        return new RealmParts(
                realm,
                source,
                policy,
                time,
                threads,
                rule,
                runways,
                revocations,
                ahead,
                habits,
                requests,
                listener.and(another));
    }

    /** @param random numbers from 0 (inclusive) to 1 */
    static RealmParts of(
            String realm,
            TokenSource source,
            GatePolicy policy,
            TimeSource time,
            GateThreads threads,
            GateListener listener,
            DoubleSupplier random) {
        BackOff backOff = new BackOff(policy.backOff(), policy.maxBackOff(), random);
        return new RealmParts(
                realm,
                source,
                policy,
                time,
                threads,
                new FailureRule(policy, backOff),
                new Runways(policy.maxRefreshes(), threads),
                new Runways(Revocations.AT_ONCE, threads),
                new RefreshAhead(policy.refreshMargin(), random),
                new ServerHabits(),
                new OpenRequests(),
                new GateLog().and(listener));
    }
}
