package dev.tollgate.testkit.wire;

/** What becomes of a client's connection when the proxy has had enough of it. */
public enum Ending {
    /** Closed in good order: the client reads the end of the stream. */
    CLOSE,
    /** Reset: what the client does next fails, and what is still under way to it is lost. */
    RESET,
    /** Kept open without a word, until the client gives up. */
    SILENCE
}
