package dev.tollgate.rest.realm;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.rest.refresh.RefreshCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call brings along from the thread on which it was made: whether it is part of a flight. Filters of asynchronous
 * methods run on another thread, so it is captured on the caller's and restored on theirs.
 */
public final class CallContext {

    private static final ThreadLocal<@Nullable RefreshCall> REFRESH = new ThreadLocal<>();

    private final @Nullable RefreshCall refresh;
    private final @Nullable FlightScope flight;

    private CallContext(@Nullable RefreshCall refresh, @Nullable FlightScope flight) {
        this.refresh = refresh;
        this.flight = flight;
    }

    /** Ends what was entered. */
    @FunctionalInterface
    public interface Restore extends AutoCloseable {
        @Override
        void close();
    }

    /** The context of this thread. */
    public static CallContext capture() {
        return new CallContext(REFRESH.get(), FlightScope.current());
    }

    /** Makes this the context of the current thread. */
    public Restore restore() {
        CallContext before = capture();
        set();
        return before::set;
    }

    /** The refresh call of the gate that this thread is making. */
    public static Optional<RefreshCall> refreshCall() {
        return Optional.ofNullable(REFRESH.get());
    }

    static Restore enter(RefreshCall call) {
        return new CallContext(call, FlightScope.current()).restore();
    }

    private void set() {
        if (refresh == null) {
            REFRESH.remove();
        } else {
            REFRESH.set(refresh);
        }
        FlightScope.restore(flight);
    }
}
