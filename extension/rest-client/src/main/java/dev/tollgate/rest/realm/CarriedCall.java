package dev.tollgate.rest.realm;

import org.jspecify.annotations.Nullable;

/**
 * One call on its way from the thread of its caller to others. It may go on on several threads at once, and several times
 * on one of them: what a thread had before is kept by that thread, for each time that it began.
 */
public final class CarriedCall {

    private static final ThreadLocal<@Nullable Begun> INNERMOST = new ThreadLocal<>();

    private final CallContext.Captured captured;
    private final OpenBegins<Begun> open = new OpenBegins<>();

    private CarriedCall(CallContext.Captured captured) {
        this.captured = captured;
    }

    /** The context of a call that this thread is making. */
    public static CarriedCall capture() {
        return new CarriedCall(RealmsLookup.now().map(Realms::capture).orElseGet(CallContext::capture));
    }

    /** What the call brings along. */
    public CallContext.Captured context() {
        return captured;
    }

    /** This thread goes on with the call. */
    public void begin() {
        dropWhatEndedElsewhere();
        Begun begun = new Begun(this, captured.enter(), INNERMOST.get());
        INNERMOST.set(begun);
        open.add(begun);
    }

    /** This thread is done with the call, and with all that it has begun since; nothing if it has not begun with it. */
    public void end() {
        if (isBegun()) {
            CarriedCall ended;
            do {
                ended = endInnermost();
            } while (ended != this);
        } else {
            open.endOne();
        }
    }

    /** A REST client may end a call on the thread of its caller: nothing of it stays here when the next one begins. */
    private static void dropWhatEndedElsewhere() {
        for (Begun begun = INNERMOST.get(); begun != null && !begun.call.open.has(begun); begun = INNERMOST.get()) {
            endInnermost();
        }
    }

    private boolean isBegun() {
        Begun begun = INNERMOST.get();
        while (begun != null && begun.call != this) {
            begun = begun.outer;
        }
        return begun != null;
    }

    private static @Nullable CarriedCall endInnermost() {
        Begun begun = INNERMOST.get();
        if (begun == null) {
            return null;
        }
        begun.before.close();
        begun.call.open.remove(begun);
        if (begun.outer == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(begun.outer);
        }
        return begun.call;
    }

    /** A call with which a thread goes on, what it had before, and what it went on with outside of it. */
    private static final class Begun {

        private final CarriedCall call;
        private final CallContext.Restore before;
        private final @Nullable Begun outer;

        Begun(CarriedCall call, CallContext.Restore before, @Nullable Begun outer) {
            this.call = call;
            this.before = before;
            this.outer = outer;
        }
    }
}
