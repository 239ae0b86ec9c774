package dev.tollgate.rest.resteasy;

import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.spi.concurrent.ThreadContexts;
import org.jspecify.annotations.Nullable;

/** The moment in which RESTEasy hands a call to another thread. */
final class HandOver {

    private HandOver() {}

    @FunctionalInterface
    interface Work<T> {
        T run() throws Throwable;
    }

    /**
     * Runs {@code work} while {@link CallThreadContext} is among the contexts that RESTEasy carries. They are on a level
     * of their own: that of this thread may be shared with others, and outlives the application.
     */
    static <T> T carried(Work<T> work) throws Throwable {
        Map<Class<?>, Object> level = new HashMap<>(ResteasyContext.getContextDataMap());
        level.put(ThreadContexts.class, contexts((ThreadContexts) level.get(ThreadContexts.class)));
        ResteasyContext.pushContextDataMap(level);
        try {
            return work.run();
        } finally {
            ResteasyContext.removeContextDataLevel();
        }
    }

    private static ThreadContexts contexts(@Nullable ThreadContexts before) {
        ThreadContexts all = new ThreadContexts();
        if (before != null) {
            all.clear();
            before.getThreadContexts().forEach(all::add);
        }
        boolean known =
                all.getThreadContexts().stream().map(Object::getClass).anyMatch(CallThreadContext.class::equals);
        return known ? all : all.add(new CallThreadContext());
    }
}
