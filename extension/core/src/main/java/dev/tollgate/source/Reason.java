package dev.tollgate.source;

/** Why the gate asks for a token. */
public enum Reason {
    /** There is no token. */
    MISSING,
    /** The access token's lifetime has ended. */
    EXPIRED,
    /** The access token is still good, but not for long. */
    NEAR_EXPIRY,
    /** A resource server refused the access token (RFC 6750 §3.1, {@code invalid_token}). */
    REJECTED,
    /** Nobody has used the session for long, and its refresh token shall not die of that. */
    KEEP_ALIVE,
    /** The application asked for it. */
    REQUESTED
}
