package dev.tollgate.rest.realm;

import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Tells whether callers wait until a method has been answered: others may change what they have sent while it is under way. */
final class WaitingCaller {

    /** Of what is returned at once; the libraries need not be there. */
    private static final String[] ASYNCHRONOUS = {
        "org.reactivestreams.", "io.reactivex.", "io.smallrye.mutiny.", "reactor.core.", "rx."
    };

    /** The last parameter of what Kotlin suspends. */
    private static final String CONTINUATION = "kotlin.coroutines.Continuation";

    private WaitingCaller() {}

    static boolean of(Method method) {
        Class<?> returned = method.getReturnType();
        return !CompletionStage.class.isAssignableFrom(returned)
                && !Future.class.isAssignableFrom(returned)
                && !Flow.Publisher.class.isAssignableFrom(returned)
                && Stream.of(ASYNCHRONOUS).noneMatch(returned.getName()::startsWith)
                && Stream.of(method.getParameterTypes())
                        .noneMatch(type -> type.getName().equals(CONTINUATION));
    }
}
