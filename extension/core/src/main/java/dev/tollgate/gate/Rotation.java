package dev.tollgate.gate;

/**
 * What the authorization server does with a used refresh token (RFC 9700 §4.14.2), and so what may be done when it is
 * unknown whether a refresh was carried out.
 */
public enum Rotation {
    /** A used refresh token is dead, its reuse kills the session: never sent twice. */
    STRICT,
    /** A used refresh token works for a short while longer: sent once more, at once, whatever the answer is then. */
    GRACE,
    /** Refresh tokens stay: sent once more, and again when a token is next needed. */
    NONE
}
