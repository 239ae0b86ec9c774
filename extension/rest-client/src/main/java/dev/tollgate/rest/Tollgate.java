package dev.tollgate.rest;

import java.util.Set;

/** The realms of the application. Inject it. Safe for use by many threads. */
public interface Tollgate {

    /**
     * The realm called {@code name}.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    Realm realm(String name);

    /** The names of all realms. */
    Set<String> realms();
}
