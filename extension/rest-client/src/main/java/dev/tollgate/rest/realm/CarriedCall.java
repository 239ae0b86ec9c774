package dev.tollgate.rest.realm;

import org.jspecify.annotations.Nullable;

/** One call on its way from the thread of its caller to the one on which its filters run. */
public final class CarriedCall {

    private final CallContext.Captured captured;
    private CallContext.@Nullable Restore before;

    private CarriedCall(CallContext.Captured captured) {
        this.captured = captured;
    }

    /** The context of a call that this thread is making. */
    public static CarriedCall capture() {
        return new CarriedCall(RealmsLookup.now().map(Realms::capture).orElseGet(CallContext::capture));
    }

    /** This thread goes on with the call. */
    public void begin() {
        before = captured.enter();
    }

    /** This thread is done with the call. */
    public void end() {
        if (before != null) {
            before.close();
            before = null;
        }
    }
}
