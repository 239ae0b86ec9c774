package dev.tollgate.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stands for an exception whose message would show a secret: says the same without it, from the same place. */
public final class Wiped extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 32;
    private static final String INSTEAD = "(secret)";
    private static final HexFormat PERCENT = HexFormat.of().withPrefix("%");

    private Wiped(String message, @Nullable Throwable cause, StackTraceElement[] origin) {
        super(message, cause, false, true);
        setStackTrace(origin);
    }

    /** {@code thrown} itself if nothing that its stack trace tells shows one of {@code secrets}. */
    public static Throwable of(Throwable thrown, Collection<String> secrets) {
        String written = written(secrets);
        return written.isEmpty() ? thrown : of(thrown, Pattern.compile(written));
    }

    /** {@code text} without any of {@code secrets}, however they are encoded. */
    public static String text(String text, Collection<String> secrets) {
        String written = written(secrets);
        return written.isEmpty() ? text : Pattern.compile(written).matcher(text).replaceAll(INSTEAD);
    }

    /** The longest first: one that begins like another would be left over in part. */
    private static String written(Collection<String> secrets) {
        return secrets.stream()
                .filter(secret -> !secret.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Wiped::written)
                .collect(Collectors.joining("|"));
    }

    private static Throwable of(Throwable thrown, Pattern secret) {
        return told(thrown).stream()
                        .anyMatch(each -> secret.matcher(each.toString()).find())
                ? wiped(thrown, secret)
                : thrown;
    }

    private static String written(String secret) {
        return secret.codePoints().mapToObj(Wiped::written).collect(Collectors.joining());
    }

    /** As it is, percent-encoded by whatever rules, or escaped as in JSON. */
    private static String written(int codePoint) {
        String plain = Character.toString(codePoint);
        String encoded = PERCENT.formatHex(plain.getBytes(StandardCharsets.UTF_8));
        return "\\\\?(?:" + Pattern.quote(plain) + "|(?i:" + encoded + ")" + (codePoint == ' ' ? "|\\+" : "") + ")";
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

    private static Throwable wiped(Throwable thrown, Pattern secret) {
        Throwable wiped = null;
        for (Throwable cause : fromTheLast(thrown)) {
            String text = secret.matcher(cause.toString()).replaceAll(INSTEAD);
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
