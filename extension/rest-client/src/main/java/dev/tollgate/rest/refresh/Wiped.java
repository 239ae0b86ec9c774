package dev.tollgate.rest.refresh;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands for an exception whose message would show a secret: says the same without it, from the same place. */
final class Wiped extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 32;

    private Wiped(String message, @Nullable Throwable cause, StackTraceElement[] origin) {
        super(message, cause, false, true);
        setStackTrace(origin);
    }

    /** {@code thrown} itself if neither it nor its causes show one of {@code secrets}. */
    static Throwable of(Throwable thrown, Collection<String> secrets) {
        List<String> written = secrets.stream()
                .filter(secret -> !secret.isBlank())
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .toList();
        return shows(thrown, written) ? wiped(thrown, written) : thrown;
    }

    /** Suppressed exceptions are shown in stack traces too. */
    private static boolean shows(Throwable thrown, List<String> secrets) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            String text = cause.toString();
            boolean suppressed = cause.getSuppressed().length > 0;
            if (suppressed || secrets.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable wiped(Throwable thrown, List<String> secrets) {
        Throwable wiped = null;
        for (Throwable cause : fromTheLast(thrown)) {
            String text = cause.toString();
            for (String secret : secrets) {
                text = text.replace(secret, "(secret)");
            }
            wiped = new Wiped(text, wiped, cause.getStackTrace());
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
