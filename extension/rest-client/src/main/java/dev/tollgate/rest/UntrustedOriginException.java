package dev.tollgate.rest;

import jakarta.ws.rs.ProcessingException;

/**
 * The call was not sent, because its token (or the secrets in its body) would have gone somewhere it must not go: to an
 * origin that is not the realm's, over an unprotected network, or wherever a redirect leads. Trying again is useless.
 */
public class UntrustedOriginException extends ProcessingException {

    private static final long serialVersionUID = 1L;

    public UntrustedOriginException(String message) {
        super(message);
    }
}
