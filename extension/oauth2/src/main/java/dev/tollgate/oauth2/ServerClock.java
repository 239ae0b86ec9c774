package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.tollgate.source.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at the authorization server, as its answers tell: the clock of this machine may be wrong. Safe for use
 * by many threads.
 */
final class ServerClock {

    private final Clock own;
    private volatile @Nullable Duration ahead;

    ServerClock(Clock own) {
        this.own = own;
    }

    /** The server has answered, just now. */
    void heard(HTTPResponse answer) {
        Optional.ofNullable(answer.getHeaderValue("Date"))
                .flatMap(RetryAfter::instant)
                .ifPresent(there -> ahead = Duration.between(own.instant(), there));
    }

    /** Whether the server has ever told it. */
    boolean isKnown() {
        return ahead != null;
    }

    /** What this machine thinks, as long as the server has told nothing. */
    Instant now() {
        Duration known = ahead;
        return known == null ? own.instant() : own.instant().plus(known);
    }
}
