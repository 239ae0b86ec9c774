package dev.tollgate.source;

import java.util.Optional;

/** Which keys of the realm to look at when a token endpoint names an error of the client. */
final class ErrorAdvice {

    static final String OF_UNKNOWN =
            "not an error of RFC 6749; if it ends the session, add it to " + RefusalRule.TERMINAL_ERRORS;

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private ErrorAdvice() {}

    /** The advice on {@code code}; empty if that is unknown. */
    static Optional<String> of(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "invalid_client" -> "look at client-id, client-secret and client-authentication";
                    case "unauthorized_client" -> "look at client-id and grant: the client may not use this grant";
                    case "unsupported_grant_type" -> "look at grant";
                    case "invalid_scope" -> "look at scope";
                    case "invalid_target" -> "look at resource and audience";
                    case "invalid_dpop_proof", "use_dpop_nonce" -> "look at dpop";
                    case "invalid_request" -> "look at client-id, grant, scope and resource";
                    case "unsupported_token_type" -> "look at revoke";
                    default -> null;
                });
    }

    /** What to add to {@code status}, for messages. */
    static String ofStatus(int status) {
        return status == PROXY_AUTHENTICATION_REQUIRED
                ? " by the proxy: are proxy-user and proxy-password those that it knows?"
                : "";
    }
}
