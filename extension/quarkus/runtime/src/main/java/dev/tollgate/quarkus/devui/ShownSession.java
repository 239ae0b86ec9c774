package dev.tollgate.quarkus.devui;

import dev.tollgate.gate.GateStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as the Dev UI shows it.
 *
 * @param session empty if the realm has not been used yet
 * @param token a fingerprint
 * @param expiresAt ISO 8601; null if unknown
 */
public record ShownSession(
        String realm,
        String session,
        String state,
        long generation,
        @Nullable String token,
        @Nullable String expiresAt,
        int waiters,
        @Nullable String failure,
        @Nullable String failingSince) {

    static ShownSession of(GateStatus status) {
        return new ShownSession(
                status.realm(),
                status.session().value(),
                status.state().name(),
                status.generation(),
                status.fingerprint().map(Object::toString).orElse(null),
                status.expiresAt().map(Instant::toString).orElse(null),
                status.waiters(),
                status.failure().map(Throwable::getMessage).orElse(null),
                status.failingSince().map(Instant::toString).orElse(null));
    }

    static ShownSession noneOf(String realm) {
        return new ShownSession(realm, "", "NOT_USED_YET", 0, null, null, 0, null, null);
    }
}
