package dev.tollgate.rest;

import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;

/**
 * The call was not sent, because its token (or the secrets in its body) would have gone somewhere it must not go: to an
 * origin that is not the realm's, over an unprotected network, or wherever a redirect leads. Trying again is useless.
 */
public class UntrustedOriginException extends ProcessingException {

    private static final long serialVersionUID = 1L;

    public UntrustedOriginException(String message) {
        // for a token source whose call this was: the refresh token was not sent, so the session is not lost
        super(message, new TokenFailure.Configuration(message));
    }
}
