package dev.tollgate.rest.wiring;

import dev.tollgate.rest.realm.CallContext;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.jspecify.annotations.Nullable;

/** Carries the caller's context to the thread on which the filters of an asynchronous method run. */
final class AsyncCallContext implements AsyncInvocationInterceptorFactory {

    @Override
    public AsyncInvocationInterceptor newInterceptor() {
        return new Carrier();
    }

    private static final class Carrier implements AsyncInvocationInterceptor {

        private CallContext captured = CallContext.capture();
        private CallContext.@Nullable Restore before;

        @Override
        public void prepareContext() {
            captured = CallContext.capture();
        }

        @Override
        public void applyContext() {
            before = captured.restore();
        }

        @Override
        public void removeContext() {
            if (before != null) {
                before.close();
            }
        }
    }
}
