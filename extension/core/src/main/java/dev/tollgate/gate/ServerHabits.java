package dev.tollgate.gate;

/**
 * What the authorization server of a realm was seen to do: what it did to one session, in one sign-in, it does to all.
 * Safe for use by many threads.
 */
final class ServerHabits {

    private volatile boolean rotates;

    /** It has replaced a refresh token (RFC 9700 §4.14.2). */
    void rotates() {
        rotates = true;
    }

    boolean isKnownToRotate() {
        return rotates;
    }
}
