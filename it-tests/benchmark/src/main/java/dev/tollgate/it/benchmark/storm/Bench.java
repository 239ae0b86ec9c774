package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.client.Application;
import dev.tollgate.it.benchmark.storm.client.Callers;
import dev.tollgate.it.benchmark.storm.client.Variant;
import dev.tollgate.it.benchmark.storm.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A server and an application, ready for storms. */
public final class Bench implements AutoCloseable {

    private final ServerProcess server;
    private final Runnable end;
    private final List<Variant> others;
    private final Storm storm;

    private Bench(ServerProcess server, Callers callers, List<Variant> others, Duration warmUp, Runnable end) {
        this.server = server;
        this.others = List.copyOf(others);
        this.storm = new Storm(server, callers, warmUp);
        this.end = end;
    }

    /** @param warmUp how long each storm blows before it is measured */
    static Bench open(Duration warmUp) {
        ServerProcess server = ServerProcess.start();
        try {
            Application application = Application.start(server.uri());
            return new Bench(server, application, List.of(Variant.NAIVE), warmUp, application::close);
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    /**
     * A bench for an application that is already there.
     *
     * @param others who is measured beside Tollgate and the client without tokens
     * @param warmUp how long each storm blows before it is measured
     */
    public static Bench of(ServerProcess server, Callers callers, List<Variant> others, Duration warmUp) {
        return new Bench(server, callers, others, warmUp, () -> {});
    }

    /** Puts {@code scenario} on {@code variant}. */
    public Run run(Scenario scenario, Variant variant) throws InterruptedException {
        return storm.run(scenario, variant);
    }

    /** Puts {@code scenario} on all variants; they take turns, and so does who begins. The others go once. */
    public Result runAll(Scenario scenario) throws InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (Variant other : others) {
            runs.add(run(scenario, other));
        }
        for (int i = 0; i < scenario.repetitions(); i++) {
            List<Variant> turn = new ArrayList<>(List.of(Variant.NO_AUTH, Variant.TOLLGATE));
            if (i % 2 == 1) {
                Collections.reverse(turn);
            }
            for (Variant variant : turn) {
                runs.add(run(scenario, variant));
            }
        }
        return new Result(scenario, runs);
    }

    List<Variant> variants() {
        List<Variant> all = new ArrayList<>(others);
        all.add(Variant.NO_AUTH);
        all.add(Variant.TOLLGATE);
        return all;
    }

    @Override
    public void close() {
        end.run();
        server.close();
    }
}
