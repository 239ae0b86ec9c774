package dev.tollgate.rest.wiring;

import jakarta.interceptor.InvocationContext;

/** Tells methods of client interfaces from those of beans. */
final class ClientMethods {

    private ClientMethods() {}

    static boolean isOne(InvocationContext invocation) {
        return invocation.getMethod().getDeclaringClass().isInterface();
    }
}
