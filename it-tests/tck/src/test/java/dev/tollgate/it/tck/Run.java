package dev.tollgate.it.tck;

import java.nio.file.Path;
import java.util.Locale;

/** What of Tollgate is there while the TCK runs. */
enum Run {
    /** Nothing: not even its jar is on the class path. */
    BASELINE,
    /** The jar, in each deployment, and no realm. */
    INERT,
    /** The jar, and a realm that covers the clients of each deployment. */
    ACTIVE,
    /** The same, and the server rejects the token of each call at first: every call is replayed. */
    REPLAYED;

    static Run current() {
        return of(System.getProperty("tck.run", "active"));
    }

    static Run of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean hasTollgate() {
        return this != BASELINE;
    }

    boolean hasRealm() {
        return this == ACTIVE || this == REPLAYED;
    }

    /** Where the run writes what it has counted. */
    Path tally() {
        return Path.of("target", "tck-" + name().toLowerCase(Locale.ROOT) + ".properties");
    }
}
