package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.client.Caller;
import dev.tollgate.it.benchmark.storm.client.GateStay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Each calls, pauses, and calls again. */
final class Users {

    private static final long HANGS = TimeUnit.SECONDS.toMillis(30);

    private final List<Thread> threads = new ArrayList<>();
    private final List<CallLog> logs = new ArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Caller caller;
    private final long pauseNanos;
    private volatile boolean stopped;

    Users(Scenario scenario, Caller caller) {
        this.caller = caller;
        this.pauseNanos = scenario.pause().toNanos();
        for (int i = 0; i < Scenario.USERS; i++) {
            boolean guest = scenario.guests() && i % 2 == 1;
            CallLog log = new CallLog(guest);
            logs.add(log);
            SplittableRandom random = new SplittableRandom(i);
            threads.add(new Thread(() -> callAgainAndAgain(guest, log, random), "user-" + i));
        }
    }

    /** Lets them loose, spread over one pause so that they do not march in step. */
    void start() {
        for (Thread thread : threads) {
            thread.start();
            LockSupport.parkNanos(pauseNanos / Scenario.USERS);
        }
    }

    private void callAgainAndAgain(boolean guest, CallLog log, SplittableRandom random) {
        GateStay stay = GateStay.last();
        while (!stopped) {
            stay.begin();
            long begin = System.nanoTime();
            boolean failed = hasFailed(guest);
            log.add(begin, System.nanoTime(), stay.nanos(), failed, stay.hasWaited());
            if (pauseNanos > 0) {
                LockSupport.parkNanos(around(pauseNanos, random));
            }
        }
    }

    /** Half as long to half as long again: those who have waited together would march in step ever after. */
    private static long around(long nanos, SplittableRandom random) {
        return nanos / 2 + random.nextLong(nanos);
    }

    private boolean hasFailed(boolean guest) {
        try {
            if (guest) {
                caller.guestCall();
            } else {
                caller.call();
            }
            return false;
        } catch (RuntimeException | Error e) { // a user that dies unseen would be a failure untold
            failures.merge(e.toString(), 1, Integer::sum);
            return true;
        }
    }

    long[] threadIds() {
        return threads.stream().mapToLong(Thread::getId).toArray();
    }

    /** Lets them end their last calls. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join(HANGS);
            if (thread.isAlive()) {
                throw new IllegalStateException("a call hangs: " + thread.getName());
            }
        }
    }

    /** Why calls have failed, and how many for each reason. */
    Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    Stream<Call> calls(long origin) {
        return logs.stream().flatMap(log -> log.calls(origin));
    }
}
