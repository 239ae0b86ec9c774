package dev.tollgate.rest;

import jakarta.ws.rs.ProcessingException;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is signed in (any more), so the call was not sent (or not replayed). Trying again is useless before somebody
 * signs in: name it in {@code @Retry(abortOn = ..)}.
 */
public class SessionExpiredException extends ProcessingException {

    private static final long serialVersionUID = 1L;

    public SessionExpiredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
