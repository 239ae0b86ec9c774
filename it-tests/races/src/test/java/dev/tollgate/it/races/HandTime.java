package dev.tollgate.it.races;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Time that stands still, and no threads: what a gate starts runs at once on the thread that made it start, so that the
 * actors of a race are the only threads. No locks, which would order what is to race.
 */
final class HandTime implements TimeSource, GateThreads {

    private final Queue<Alarm> alarms = new ConcurrentLinkedQueue<>();
    private volatile long nanos;

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void run(Runnable flight) {
        flight.run();
    }

    @Override
    public Timer later(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(nanos + delay.toNanos(), task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /** Moves the clock, but lets no timer go off; for one thread only. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** Lets the timers go off that are due. */
    void ring() {
        for (Optional<Alarm> due = due(); due.isPresent(); due = due()) {
            due.filter(alarms::remove).ifPresent(alarm -> alarm.task().run());
        }
    }

    private Optional<Alarm> due() {
        return alarms.stream().filter(alarm -> alarm.due() - nanos <= 0).min(Comparator.comparingLong(Alarm::due));
    }

    /** How many timers are set. */
    int timers() {
        return alarms.size();
    }

    @Override
    public void close() {
        alarms.clear();
    }

    private record Alarm(long due, Runnable task) {}
}
