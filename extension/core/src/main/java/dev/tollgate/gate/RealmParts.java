package dev.tollgate.gate;

import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

/**
 * What the gates of one realm have in common.
 *
 * @param requests closed as soon as the application begins to end; a sign-in is kept until then and beyond
 * @param ended set when the gates are closed: those that are made afterwards are born closed
 */
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
        AtomicBoolean ended,
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
                ended,
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
                new AtomicBoolean(),
                new GateLog().and(listener));
    }
}
