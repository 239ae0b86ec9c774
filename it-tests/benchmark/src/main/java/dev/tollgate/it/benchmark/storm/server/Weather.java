package dev.tollgate.it.benchmark.storm.server;

import dev.tollgate.it.benchmark.storm.server.Entry.Outage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All that belongs to one storm. */
final class Weather {

    final Behaviour behaviour;
    final Journal journal = new Journal();
    final Tokens tokens;
    private final AtomicLong outageFrom = new AtomicLong();
    private final AtomicInteger rejections = new AtomicInteger();

    Weather(Behaviour behaviour) {
        this.behaviour = behaviour;
        this.tokens = new Tokens(behaviour, journal);
    }

    boolean isOutage() {
        return outageFrom.get() != 0;
    }

    void beginOutage() {
        outageFrom.set(Micros.now());
    }

    void endOutage() {
        journal.add(new Outage(outageFrom.getAndSet(0), Micros.now()));
    }

    /** How long the next 401 takes, in milliseconds. */
    long rejectionMillis() {
        int every = behaviour.lateEvery();
        boolean late = every > 0 && rejections.incrementAndGet() % every == 0;
        return Behaviour.RESOURCE.toMillis() + (late ? Behaviour.LATE.toMillis() : 0);
    }
}
