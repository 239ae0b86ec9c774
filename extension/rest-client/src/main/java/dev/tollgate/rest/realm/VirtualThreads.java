package dev.tollgate.rest.realm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Virtual threads without being compiled for a JDK that has them. */
final class VirtualThreads {

    /** Before it, a virtual thread that blocks inside {@code synchronized}, as HTTP clients do, holds its carrier. */
    private static final int FIRST_THAT_IS_NOT_PINNED = 24;

    private VirtualThreads() {}

    /** Empty where the JDK has none that may block anywhere. */
    static Optional<ThreadFactory> factory() {
        if (Runtime.version().feature() < FIRST_THAT_IS_NOT_PINNED) {
            return Optional.empty();
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
            MethodHandle ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual));
            MethodHandle factory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
            MethodHandle inheriting = lookup.findVirtual(
                    builder, "inheritInheritableThreadLocals", MethodType.methodType(builder, boolean.class));
            return Optional.of((ThreadFactory) factory.invoke(inheriting.invoke(ofVirtual.invoke(), false)));
        } catch (Throwable e) {
            return Optional.empty();
        }
    }
}
