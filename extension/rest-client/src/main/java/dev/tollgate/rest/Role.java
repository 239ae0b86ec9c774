package dev.tollgate.rest;

/** The part that a call plays in its realm. */
public enum Role {
    /** Carries a token, is refreshed and replayed. */
    AUTHENTICATED,
    /** Passes freely; {@link Guest}. */
    GUEST,
    /** Brings tokens; {@link Login}. */
    LOGIN,
    /** Carries a token and ends the session; {@link Logout}. */
    LOGOUT,
    /** Brings new tokens for old ones; {@link RefreshToken}. */
    REFRESH_TOKEN;

    /** Whether a call in this role carries the realm's token. */
    public boolean carriesToken() {
        return this == AUTHENTICATED || this == LOGOUT;
    }
}
