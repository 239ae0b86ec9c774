package dev.tollgate.source;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * An answer of a token endpoint that brought no tokens. What it means is decided by a {@link RefusalRule}.
 *
 * @param status the HTTP status
 * @param error the error of its body, if it has one
 * @param retryAfter how long the server asked to be left alone, if it did
 */
public record Refusal(int status, Optional<OAuthError> error, Optional<Duration> retryAfter) {

    private static final int MOST_CHARACTERS = 300;

    /**
     * What the server said, for messages: {@code 400 invalid_grant: the token was revoked}.
     *
     * @param secrets what it may repeat, but a message must not show
     */
    String words(Collection<String> secrets) {
        String said = error.map(told -> " " + told.code()
                        + told.description().map(text -> ": " + text).orElse(""))
                .orElse("");
        String shown = Wiped.text(said, secrets).replaceAll("\\p{Cntrl}", " ");
        return status + (shown.length() > MOST_CHARACTERS ? shown.substring(0, MOST_CHARACTERS) + "…" : shown);
    }
}
