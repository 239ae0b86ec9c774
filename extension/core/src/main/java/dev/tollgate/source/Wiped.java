package dev.tollgate.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands for an exception whose message would show a secret: says the same without it, from the same place. */
public final class Wiped extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 32;

    private Wiped(String message, @Nullable Throwable cause, StackTraceElement[] origin) {
        super(message, cause, false, true);
        setStackTrace(origin);
    }

    /**
     * {@code thrown} itself if nothing that its stack trace tells shows one of {@code secrets}. Of an exception that itself
     * fails to say what it is, only the class is left.
     */
    public static Throwable of(Throwable thrown, Collection<String> secrets) {
        try {
            SecretFinder finder = new SecretFinder(secrets);
            return told(thrown).stream().allMatch(each -> isClean(each, finder)) ? thrown : wiped(thrown, finder);
        } catch (RuntimeException | Error e) {
            // neither e nor thrown can be trusted: what they say may be the secret
            return new Wiped(thrown.getClass().getName(), null, new StackTraceElement[0]);
        }
    }

    /** {@code text} without any of {@code secrets}, however they are encoded. */
    public static String text(String text, Collection<String> secrets) {
        return new SecretFinder(secrets).wipe(text);
    }

    private static boolean isClean(Throwable each, SecretFinder finder) {
        return !finder.isIn(each.toString()) && !finder.isIn(String.valueOf(each.getMessage()));
    }

    /** All that a stack trace tells of: causes and suppressed exceptions, which may go round in circles. */
    private static Set<Throwable> told(Throwable thrown) {
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>(Set.of(thrown));
        while (!left.isEmpty()) {
            Throwable next = left.pop();
            if (told.add(next)) {
                left.addAll(Arrays.asList(next.getSuppressed()));
                if (next.getCause() != null) {
                    left.push(next.getCause());
                }
            }
        }
        return told;
    }

    private static Throwable wiped(Throwable thrown, SecretFinder finder) {
        Throwable wiped = null;
        for (Throwable cause : fromTheLast(thrown)) {
            wiped = new Wiped(finder.wipe(cause.toString()), wiped, cause.getStackTrace());
        }
        return wiped == null ? thrown : wiped;
    }

    private static Collection<Throwable> fromTheLast(Throwable thrown) {
        Deque<Throwable> causes = new ArrayDeque<>();
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            causes.push(cause);
        }
        return causes;
    }
}
