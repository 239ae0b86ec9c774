package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.client.Caller;
import dev.tollgate.it.benchmark.storm.client.Callers;
import dev.tollgate.it.benchmark.storm.client.GateStay;
import dev.tollgate.it.benchmark.storm.client.Variant;
import dev.tollgate.it.benchmark.storm.server.Entry;
import dev.tollgate.it.benchmark.storm.server.Micros;
import dev.tollgate.it.benchmark.storm.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts the load of a scenario on one variant, and lets the server do its worst meanwhile. */
final class Storm {

    private record Act(Duration at, Runnable deed) {}

    private final ServerProcess server;
    private final Callers callers;
    private final Duration warmUp;

    Storm(ServerProcess server, Callers callers, Duration warmUp) {
        this.server = server;
        this.callers = callers;
        this.warmUp = warmUp;
    }

    Run run(Scenario scenario, Variant variant) throws InterruptedException {
        Caller caller = callers.caller(variant);
        server.begin(scenario.server());
        caller.signIn();
        GateStay.countWaits(!scenario.isHot());
        Users users = new Users(scenario, caller);
        users.start();
        warmUp(scenario);
        return measure(scenario, variant, users);
    }

    /** What will happen has happened once before. */
    private void warmUp(Scenario scenario) throws InterruptedException {
        long half = warmUp.toNanos() / 2;
        TimeUnit.NANOSECONDS.sleep(half);
        if (!scenario.revokeEvery().isZero()) {
            server.revoke();
        }
        TimeUnit.NANOSECONDS.sleep(half);
    }

    private Run measure(Scenario scenario, Variant variant, Users users) throws InterruptedException {
        long[] threads = users.threadIds();
        Cost before = Cost.soFar(threads);
        long begin = Micros.now();
        long origin = System.nanoTime();
        for (Act act : acts(scenario)) {
            sleepUntil(origin + act.at().toNanos());
            act.deed().run();
        }
        sleepUntil(origin + scenario.length().toNanos());
        Cost cost = Cost.soFar(threads).since(before);
        users.stop();
        long end = TimeUnit.NANOSECONDS.toMicros(scenario.length().toNanos());
        List<Call> calls = users.calls(origin)
                .filter(call -> call.begin() >= 0 && call.begin() < end)
                .toList();
        List<Entry> journal =
                server.journal().stream().filter(entry -> entry.at() >= begin).toList();
        return new Run(scenario, variant, calls, journal, begin, cost, users.failures());
    }

    private List<Act> acts(Scenario scenario) {
        List<Act> acts = new ArrayList<>();
        Duration every = scenario.revokeEvery();
        // the last one early enough for its consequences to be seen
        Duration last = scenario.length().minus(Duration.ofSeconds(1));
        for (Duration at = every; !every.isZero() && at.compareTo(last) <= 0; at = at.plus(every)) {
            acts.add(new Act(at, server::revoke));
        }
        if (!scenario.outage().isZero()) {
            acts.add(new Act(scenario.outageFrom(), server::beginOutage));
            acts.add(new Act(scenario.outageFrom().plus(scenario.outage()), server::endOutage));
        }
        acts.sort(Comparator.comparing(Act::at));
        return acts;
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    }
}
