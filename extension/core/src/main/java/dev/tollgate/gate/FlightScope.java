package dev.tollgate.gate;

import org.jspecify.annotations.Nullable;

/**
 * Marks what a token source does as part of a flight, so that a call which would wait for the very flight that it is part
 * of is told so instead. One for each gate; the mark is on the thread and can be carried to another one.
 */
public final class FlightScope {

    private static final ThreadLocal<@Nullable FlightScope> CURRENT = new ThreadLocal<>();

    FlightScope() {}

    /** The flight that this thread works for; null if it works for none. */
    public static @Nullable FlightScope current() {
        return CURRENT.get();
    }

    /** Runs {@code work} as part of this gate's flight. */
    public void run(Runnable work) {
        in(this, work);
    }

    /** Runs {@code work} as part of no flight, whatever this thread works for. */
    static void outside(Runnable work) {
        in(null, work);
    }

    private static void in(@Nullable FlightScope scope, Runnable work) {
        FlightScope before = CURRENT.get();
        restore(scope);
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /** Makes {@code scope} the current one of this thread; null ends it. */
    public static void restore(@Nullable FlightScope scope) {
        if (scope == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(scope);
        }
    }

    boolean isCurrent() {
        return CURRENT.get() == this;
    }
}
