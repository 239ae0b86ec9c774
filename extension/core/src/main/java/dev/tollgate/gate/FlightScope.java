package dev.tollgate.gate;

import org.jspecify.annotations.Nullable;

/**
 * Marks what a token source does as part of a flight, so that a call which would wait for the very flight that it is part
 * of is told so instead. One for each gate; the mark is on the thread and can be carried to another one.
 */
public final class FlightScope {

    private static final ThreadLocal<@Nullable FlightScope> CURRENT = new ThreadLocal<>();

    private final FlightScope ofGate;
    private final @Nullable Flight flight;

    FlightScope() {
        this.ofGate = this;
        this.flight = null;
    }

    private FlightScope(FlightScope ofGate, Flight flight) {
        this.ofGate = ofGate;
        this.flight = flight;
    }

    /** The mark of one flight of this gate. */
    FlightScope of(Flight own) {
        return new FlightScope(ofGate, own);
    }

    /** The flight that this thread works for; null if it works for none. */
    public static @Nullable FlightScope current() {
        return CURRENT.get();
    }

    /** Runs {@code work} as part of this gate's flight. */
    public void run(Runnable work) {
        in(this, work);
    }

    /** Whether {@code mark} is that of a flight of this gate. */
    public boolean covers(@Nullable FlightScope mark) {
        return mark != null && mark.ofGate == ofGate;
    }

    /** Runs {@code work} as part of no flight, whatever this thread works for. */
    static void outside(Runnable work) {
        in(null, work);
    }

    /** Runs {@code work} as part of {@code scope}; null if it is part of no flight. */
    public static void in(@Nullable FlightScope scope, Runnable work) {
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
        return covers(CURRENT.get());
    }

    /** The flight of this gate that this thread works for, where the mark says which one. */
    @Nullable
    Flight flight() {
        FlightScope mark = CURRENT.get();
        return mark != null && covers(mark) ? mark.flight : null;
    }
}
