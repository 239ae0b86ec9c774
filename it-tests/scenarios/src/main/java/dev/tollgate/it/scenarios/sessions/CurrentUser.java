package dev.tollgate.it.scenarios.sessions;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Who the application is working for, as many an application has it: bound to the thread. */
public final class CurrentUser {

    private static final ThreadLocal<@Nullable String> NAME = new ThreadLocal<>();

    private CurrentUser() {}

    public static String name() {
        String name = NAME.get();
        if (name == null) {
            throw new IllegalStateException("nobody is signed in on this thread");
        }
        return name;
    }

    public static <T> T as(String user, Callable<T> work) throws Exception {
        NAME.set(user);
        try {
            return work.call();
        } finally {
            NAME.remove();
        }
    }
}
