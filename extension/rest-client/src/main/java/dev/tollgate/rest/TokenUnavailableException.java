package dev.tollgate.rest;

import jakarta.ws.rs.ProcessingException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * There is no token to be had at the moment, so the call was not sent (or not replayed). Trying again after
 * {@link #retryAt()} may work.
 */
public class TokenUnavailableException extends ProcessingException {

    private static final long serialVersionUID = 1L;

    private final Instant retryAt;

    /** @param retryAt when trying again makes sense */
    public TokenUnavailableException(String message, @Nullable Throwable cause, Instant retryAt) {
        super(message, cause);
        this.retryAt = retryAt;
    }

    /** When trying again makes sense. */
    public Instant retryAt() {
        return retryAt;
    }
}
