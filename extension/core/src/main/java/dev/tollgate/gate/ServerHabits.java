package dev.tollgate.gate;

/**
 * What the authorization server of a realm was seen to do: what it did to one session, in one sign-in, it does to all.
 * Safe for use by many threads.
 */
final class ServerHabits {

    private volatile boolean rotates;
    private volatile boolean keeps;

    /** It has replaced a refresh token (RFC 9700 §4.14.2). */
    void rotates() {
        rotates = true;
    }

    /** It has taken a refresh token and left it as it was. */
    void keeps() {
        keeps = true;
    }

    boolean isKnownToRotate() {
        return rotates;
    }

    boolean isKnownToKeep() {
        return keeps && !rotates;
    }
}
