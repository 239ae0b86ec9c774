package dev.tollgate.rest.wiring;

import dev.tollgate.rest.realm.CallContext;
import dev.tollgate.rest.realm.Realms;
import dev.tollgate.rest.realm.RealmsLookup;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Carries the caller's context to the thread on which the filters of an asynchronous method run.
 *
 * <p>RESTEasy runs the interceptors of all clients at each asynchronous call, and ends them in the order in which it began
 * them. So what a thread had before comes back when the last of them has ended, whatever their order.
 */
final class AsyncCallContext implements AsyncInvocationInterceptorFactory {

    private static final ThreadLocal<@Nullable Deque<Carrier>> APPLIED = new ThreadLocal<>();

    @Override
    public AsyncInvocationInterceptor newInterceptor() {
        return new Carrier();
    }

    private static final class Carrier implements AsyncInvocationInterceptor {

        private CallContext.@Nullable Captured captured;
        private CallContext.@Nullable Restore before;
        private boolean ended;

        @Override
        public void prepareContext() {
            captured = new RealmsLookup().find().map(Realms::capture).orElseGet(CallContext::capture);
        }

        @Override
        public void applyContext() {
            if (captured != null) {
                before = captured.enter();
                applied().push(this);
            }
        }

        @Override
        public void removeContext() {
            ended = true;
            Deque<Carrier> applied = applied();
            while (!applied.isEmpty() && applied.peek().ended) {
                applied.pop().restore();
            }
            if (applied.isEmpty()) {
                APPLIED.remove();
            }
        }

        private void restore() {
            if (before != null) {
                before.close();
            }
        }
    }

    private static Deque<Carrier> applied() {
        Deque<Carrier> applied = APPLIED.get();
        if (applied == null) {
            applied = new ArrayDeque<>();
            APPLIED.set(applied);
        }
        return applied;
    }
}
