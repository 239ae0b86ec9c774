package dev.tollgate.source;

/** What is known of sending the refresh token at hand a second time, should nobody know what became of the first. */
public enum Repeat {
    /** The server keeps refresh tokens. */
    SAFE,
    /** The server takes a used one for a short while longer. */
    ONCE,
    /** It would end the session; so it may where nothing is known of the server yet. */
    NEVER
}
