package dev.tollgate.rest.wiring;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.realm.CallContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Makes the client calls inside a method of a bean guests' calls. On a client interface, the filters have decided. */
@Guest
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class GuestInterceptor {

    @AroundInvoke
    @Nullable
    Object enter(InvocationContext invocation) throws Exception {
        if (ClientMethods.isOne(invocation)) {
            return invocation.proceed();
        }
        try (CallContext.Restore ignored = CallContext.current().guest().enter()) {
            return invocation.proceed();
        }
    }
}
