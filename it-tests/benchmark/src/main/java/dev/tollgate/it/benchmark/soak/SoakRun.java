package dev.tollgate.it.benchmark.soak;

import dev.tollgate.it.benchmark.storm.server.Behaviour;
import dev.tollgate.it.benchmark.storm.server.ServerProcess;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** One soak: users, mischief every half second, and a look at the process now and then. */
final class SoakRun {

    private static final int USERS = 24;
    private static final long SEED = 20;
    private static final Duration MISCHIEF = Duration.ofMillis(500);
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final Duration TOKEN_CALL = Duration.ofMillis(100);
    private static final long HANGS = TimeUnit.SECONDS.toMillis(30);

    private final Outcomes outcomes = new Outcomes();
    private final List<Vitals> vitals = new ArrayList<>();
    private volatile boolean stopped;

    private SoakRun() {}

    /**
     * Soaks.
     *
     * @param length how long
     * @param look how often the process is looked at
     */
    static SoakResult of(Duration length, Duration look) throws InterruptedException {
        try (ServerProcess server = ServerProcess.start()) {
            System.setProperty("soak/mp-rest/url", server.proxy().toString());
            try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
                SoakClient client =
                        container.select(SoakClient.class, RestClient.LITERAL).get();
                return new SoakRun().soak(server, client, length, look);
            }
        }
    }

    private SoakResult soak(ServerProcess server, SoakClient client, Duration length, Duration look)
            throws InterruptedException {
        server.begin(new Behaviour(LIFE, TOKEN_CALL, true, 5));
        List<Thread> users = start(client);
        Mischief mischief = new Mischief(server, SEED);
        long begin = System.nanoTime();
        long nextLook = look.toNanos();
        for (long passed = 0; passed < length.toNanos(); passed = System.nanoTime() - begin) {
            mischief.go();
            if (passed >= nextLook) {
                vitals.add(Vitals.take(TimeUnit.NANOSECONDS.toSeconds(passed), server.connections(), outcomes.calls()));
                nextLook += look.toNanos();
            }
            TimeUnit.NANOSECONDS.sleep(MISCHIEF.toNanos());
        }
        stop(users);
        return new SoakResult(length, vitals, outcomes, server.familiesLost());
    }

    private List<Thread> start(SoakClient client) {
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            Thread user = new Thread(new SoakUser(client, outcomes, SEED + i, () -> !stopped), "soak-" + i);
            users.add(user);
            user.start();
        }
        return users;
    }

    private void stop(List<Thread> users) throws InterruptedException {
        stopped = true;
        for (Thread user : users) {
            user.join(HANGS);
            if (user.isAlive()) {
                throw new IllegalStateException("a call hangs: " + user.getName());
            }
        }
    }
}
