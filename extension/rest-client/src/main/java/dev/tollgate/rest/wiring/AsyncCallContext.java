package dev.tollgate.rest.wiring;

import dev.tollgate.rest.realm.CarriedCall;
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

        private @Nullable CarriedCall call;

        @Override
        public void prepareContext() {
            call = CarriedCall.capture();
        }

        @Override
        public void applyContext() {
            if (call != null) {
                call.begin();
            }
        }

        @Override
        public void removeContext() {
            if (call != null) {
                call.end();
            }
        }
    }
}
