package dev.tollgate.it.benchmark.storm.client;

/** Who takes care of the tokens. */
public enum Variant {
    /** There are none. */
    NO_AUTH("no-auth"),
    /** A hand-written filter, in which each caller refreshes for itself. */
    NAIVE("naive"),
    /** quarkus-oidc-client, which refreshes with the first call after a 401. */
    OIDC_CLIENT("oidc-client"),
    /** The same, which also refreshes a whole second, the least that it can, ahead of expiry. */
    OIDC_CLIENT_AHEAD("oidc-client, 1 s ahead"),
    /** Tollgate. */
    TOLLGATE("Tollgate");

    private final String title;

    Variant(String title) {
        this.title = title;
    }

    /** Whether it is seen that a call stood still, rather than took long. */
    public boolean tellsWhoWaited() {
        return this != OIDC_CLIENT && this != OIDC_CLIENT_AHEAD;
    }

    /** For tables. */
    public String title() {
        return title;
    }
}
