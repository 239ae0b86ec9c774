package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.client.Application;
import dev.tollgate.it.benchmark.storm.client.Variant;
import dev.tollgate.it.benchmark.storm.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The server and the application, ready for storms. */
final class Bench implements AutoCloseable {

    private final ServerProcess server;
    private final Application application;
    private final Storm storm;

    private Bench(ServerProcess server, Application application, Duration warmUp) {
        this.server = server;
        this.application = application;
        this.storm = new Storm(server, application, warmUp);
    }

    /** @param warmUp how long each storm blows before it is measured */
    static Bench open(Duration warmUp) {
        ServerProcess server = ServerProcess.start();
        try {
            return new Bench(server, Application.start(server.uri()), warmUp);
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    Run run(Scenario scenario, Variant variant) throws InterruptedException {
        return storm.run(scenario, variant);
    }

    /** Puts {@code scenario} on all variants; they take turns, and so does who begins. The naive one goes once. */
    Result runAll(Scenario scenario) throws InterruptedException {
        List<Run> runs = new ArrayList<>();
        runs.add(run(scenario, Variant.NAIVE));
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

    @Override
    public void close() {
        application.close();
        server.close();
    }
}
