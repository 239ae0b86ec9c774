package dev.tollgate.it.benchmark.storm.client;

/** Who takes care of the tokens. */
public enum Variant {
    /** There are none. */
    NO_AUTH("no-auth"),
    /** A hand-written filter, in which each caller refreshes for itself. */
    NAIVE("naive"),
    /** Tollgate. */
    TOLLGATE("Tollgate");

    private final String title;

    Variant(String title) {
        this.title = title;
    }

    /** For tables. */
    public String title() {
        return title;
    }
}
