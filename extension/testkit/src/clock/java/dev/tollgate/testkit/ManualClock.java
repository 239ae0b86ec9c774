package dev.tollgate.testkit;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that moves only when it is told to, and threads that exist only on paper: what a gate wants to run waits until
 * {@link #advance} or {@link #runPending}, and then runs on the thread of the test. Nothing sleeps, nothing races.
 *
 * <p>Safe for use by many threads; tasks run on whichever thread moves the clock.
 */
public final class ManualClock implements TimeSource, GateThreads {

    private final Queue<Runnable> flights = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::due).thenComparingLong(Alarm::number));
    private Instant wall;
    private long nanos;
    private long alarmsSet;

    /** A clock that stands at the first second of 2026. */
    public ManualClock() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** A clock that stands at {@code start}. */
    public ManualClock(Instant start) {
        wall = start;
    }

    @Override
    public synchronized Instant now() {
        return wall;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    /** Runs what is due, lets {@code step} pass, running each timer at its time, and runs what that made due. */
    public void advance(Duration step) {
        runPending();
        long end = nanoTime() + step.toNanos();
        for (Alarm next = takeDueBy(end); next != null; next = takeDueBy(end)) {
            next.task.run();
            runPending();
        }
        moveTo(end);
    }

    /** Sets the wall clock alone, as an operator or NTP does; the monotonic clock does not notice. */
    public synchronized void setWallClock(Instant to) {
        wall = to;
    }

    /** Runs the flights that are waiting for a thread, and those that they start. */
    public void runPending() {
        for (Runnable flight = takeFlight(); flight != null; flight = takeFlight()) {
            flight.run();
        }
    }

    /** How many timers are set. */
    public synchronized int timers() {
        return alarms.size();
    }

    @Override
    public synchronized void run(Runnable flight) {
        flights.add(flight);
    }

    @Override
    public synchronized Timer later(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(nanos + delay.toNanos(), alarmsSet++, task);
        alarms.add(alarm);
        return () -> remove(alarm);
    }

    @Override
    public synchronized void close() {
        flights.clear();
        alarms.clear();
    }

    private synchronized void remove(Alarm alarm) {
        alarms.remove(alarm);
    }

    private synchronized @Nullable Runnable takeFlight() {
        return flights.poll();
    }

    private synchronized @Nullable Alarm takeDueBy(long end) {
        Alarm next = alarms.peek();
        if (next == null || next.due - end > 0) {
            return null;
        }
        moveTo(next.due);
        return alarms.poll();
    }

    private synchronized void moveTo(long to) {
        if (to - nanos > 0) {
            wall = wall.plusNanos(to - nanos);
            nanos = to;
        }
    }

    private record Alarm(long due, long number, Runnable task) {}
}
