package dev.tollgate.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Is told what happens at a gate, on the thread on which it happens, after it has happened. It must not block. What it
 * throws is logged and changes nothing.
 */
@FunctionalInterface
public interface GateListener {

    /** Tells of {@code event}. */
    void on(GateEvent event);

    /** Tells both, this one first, whatever this one throws. */
    default GateListener and(GateListener other) {
        return event -> {
            guarded().on(event);
            other.guarded().on(event);
        };
    }

    /** This listener, whose failures go to the log instead of to the gate. */
    default GateListener guarded() {
        return event -> {
            try {
                on(event);
            } catch (RuntimeException | Error e) {
                Logger logger = System.getLogger(GateListener.class.getPackageName());
                logger.log(
                        Level.WARNING,
                        "A listener failed on " + event.getClass().getSimpleName(),
                        e);
            }
        };
    }
}
