package dev.tollgate.source;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One signed-in party inside a realm: the application itself, a user, a tenant.
 *
 * @param value what tells the parties of a realm apart; shown in logs, so never a secret
 */
public record SessionKey(String value) implements Comparable<SessionKey> {

    /** The application itself, the one party of a realm that does not tell users apart. */
    public static final SessionKey APPLICATION = new SessionKey("application");

    /** The key of what all {@code parts} together tell apart; two lists of parts have the same key only if they are equal. */
    public static SessionKey of(String... parts) {
        return new SessionKey(Arrays.stream(parts)
                .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|")));
    }

    /** Hash maps sort what falls into one bucket: remote callers choose keys, and may choose those of one hash. */
    @Override
    public int compareTo(SessionKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
