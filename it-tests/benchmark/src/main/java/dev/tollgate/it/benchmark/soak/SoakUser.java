package dev.tollgate.it.benchmark.soak;

import dev.tollgate.it.benchmark.soak.Outcomes.Kind;
import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Signs in, calls for a while, signs out or just goes away; then the next one comes. */
final class SoakUser implements Runnable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int MOST_CALLS = 200;
    private static final int PAUSE_MILLIS = 100;
    private static final int ASYNCHRONOUS = 3;
    private static final byte[] BODY = new byte[2_000];

    private final SoakClient client;
    private final Outcomes outcomes;
    private final Random random;
    private final BooleanSupplier goesOn;

    SoakUser(SoakClient client, Outcomes outcomes, long seed, BooleanSupplier goesOn) {
        this.client = client;
        this.outcomes = outcomes;
        this.random = new Random(seed);
        this.goesOn = goesOn;
    }

    @Override
    public void run() {
        try {
            while (goesOn.getAsBoolean()) {
                live();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() throws InterruptedException {
        SoakSession.begin("user-" + NUMBERS.incrementAndGet());
        Kind last = call(client::login);
        for (int left = random.nextInt(MOST_CALLS); left > 0 && goesOn.getAsBoolean(); left--) {
            if (last == Kind.SESSION_OVER) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS));
            last = random.nextInt(10) < ASYNCHRONOUS ? callLater() : call(any());
        }
        if (random.nextBoolean()) {
            call(client::logout);
        }
    }

    private Runnable any() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> client::openItem;
            case 2, 3 -> () -> client.add(new ByteArrayInputStream(BODY));
            default -> client::item;
        };
    }

    private Kind call(Runnable work) {
        long begin = System.nanoTime();
        try {
            work.run();
            return outcomes.served();
        } catch (RuntimeException e) {
            return outcomes.failed(e);
        } finally {
            outcomes.took(System.nanoTime() - begin);
        }
    }

    /** How long it takes is not looked at: RESTEasy has five threads for all of them, behind each other's broken lines. */
    private Kind callLater() throws InterruptedException {
        try {
            client.itemLater().toCompletableFuture().get();
            return outcomes.served();
        } catch (RuntimeException | ExecutionException e) {
            return outcomes.failed(e);
        }
    }
}
