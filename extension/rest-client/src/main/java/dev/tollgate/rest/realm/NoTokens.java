package dev.tollgate.rest.realm;

import dev.tollgate.gate.NoToken;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import jakarta.ws.rs.ProcessingException;

/** Tells callers in terms of Jakarta REST that there is no token. */
public final class NoTokens {

    private NoTokens() {}

    /** What the caller gets. */
    public static ProcessingException toCaller(NoToken failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof NoToken.Unavailable unavailable
                ? new TokenUnavailableException(message, failure.getCause(), unavailable.retryAt())
                : new SessionExpiredException(message, failure.getCause());
    }
}
