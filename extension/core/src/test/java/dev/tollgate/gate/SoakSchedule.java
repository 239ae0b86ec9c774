package dev.tollgate.gate;

import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Time and threads that chance rules: what is ready to run runs in any order, and wherever the gate looks at a clock,
 * something else may come in between, as if another thread had been faster. One thread only, so a seed repeats it all.
 */
final class SoakSchedule implements TimeSource, GateThreads {

    private static final int DEEPEST = 3;

    private final Random random;
    private final List<Runnable> ready = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final double interruptions;
    private Runnable comesBetween = () -> {};
    private Duration wallIsOff = Duration.ZERO;
    private long nanos;
    private int depth;
    private boolean calm;

    /** @param interruptions how often something comes in between, from 0 to 1 */
    SoakSchedule(Random random, double interruptions) {
        this.random = random;
        this.interruptions = interruptions;
    }

    void whatMayComeBetween(Runnable op) {
        comesBetween = op;
    }

    @Override
    public Instant now() {
        pause();
        return Instant.EPOCH.plusNanos(nanos).plus(wallIsOff);
    }

    @Override
    public long nanoTime() {
        pause();
        return nanos;
    }

    /** The monotonic clock, for the test: nothing comes in between. */
    long nanos() {
        return nanos;
    }

    /** A place where another thread may be faster. */
    void pause() {
        if (!calm && depth < DEEPEST && random.nextDouble() < interruptions) {
            FlightScope here = FlightScope.current();
            FlightScope.restore(null); // the other thread is not part of this one's flight
            step(comesBetween);
            FlightScope.restore(here);
        }
    }

    /** A place where no choice may be made until the step ends: the order of what follows is not the seed's. */
    void calmDown() {
        calm = true;
    }

    /** Runs what the test wants to know, not the gate. */
    <T> T quietly(Supplier<T> look) {
        boolean calmBefore = calm;
        calm = true;
        try {
            return look.get();
        } finally {
            calm = calmBefore;
        }
    }

    /** One step of a thread. */
    void step(Runnable step) {
        boolean calmBefore = calm;
        calm = false;
        depth++;
        step.run();
        depth--;
        calm = calmBefore;
    }

    @Override
    public void run(Runnable flight) {
        ready.add(flight);
    }

    @Override
    public Timer later(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(nanos + delay.toNanos(), task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    @Override
    public void close() {
        ready.clear();
        alarms.clear();
    }

    /** Runs any one of the tasks that could run now; false if there is none. */
    boolean runOne() {
        List<Alarm> due = due();
        int choices = ready.size() + due.size();
        if (choices == 0) {
            return false;
        }
        int chosen = random.nextInt(choices);
        if (chosen < ready.size()) {
            step(ready.remove(chosen));
        } else {
            Alarm alarm = due.get(chosen - ready.size());
            alarms.remove(alarm);
            step(alarm.task);
        }
        return true;
    }

    boolean isQuiet() {
        return ready.isEmpty() && due().isEmpty();
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    void moveTheWall(Duration off) {
        wallIsOff = off;
    }

    Optional<Duration> untilTheNextAlarm() {
        return alarms.stream()
                .min(Comparator.comparingLong(Alarm::due))
                .map(alarm -> Duration.ofNanos(Math.max(0, alarm.due - nanos)));
    }

    int timers() {
        return alarms.size();
    }

    private List<Alarm> due() {
        return alarms.stream().filter(alarm -> alarm.due - nanos <= 0).toList();
    }

    private record Alarm(long due, Runnable task) {}
}
