package dev.tollgate.it.scenarios.custom;

import dev.tollgate.gate.GateEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Observers of an application. */
@ApplicationScoped
public class Hooks {

    public static final List<GateEvent> NOW = new CopyOnWriteArrayList<>();
    public static final List<GateEvent> LATER = new CopyOnWriteArrayList<>();

    private static volatile boolean failing;
    private static volatile Runnable also = () -> {};
    private static volatile CountDownLatch overtaken = new CountDownLatch(1);

    public static void clear() {
        also = () -> {};
        failing = false;
        overtaken = new CountDownLatch(1);
        NOW.clear();
        LATER.clear();
    }

    public static void fail() {
        failing = true;
    }

    /** What the observer does beside. */
    public static void also(Runnable work) {
        also = work;
    }

    /** Somebody did not wait for the asynchronous observer. */
    static void overtake() {
        overtaken.countDown();
    }

    // tag::observers[]
    void on(@Observes GateEvent event) {
        if (event.realm().equals("told")) {
            told(event);
        }
    }
    // end::observers[]

    private static void told(GateEvent event) {
        NOW.add(event);
        also.run();
        failIfAsked();
    }

    /** Gives everybody the time to overtake it. */
    void onLater(@ObservesAsync GateEvent event) throws InterruptedException {
        if (event.realm().equals("told")) {
            boolean first = overtaken.await(200, TimeUnit.MILLISECONDS);
            if (!first) {
                LATER.add(event);
            }
            failIfAsked();
        }
    }

    private static void failIfAsked() {
        if (failing) {
            throw new IllegalStateException("the hook fails");
        }
    }
}
