package dev.tollgate.rest;

import java.util.Set;
import java.util.concurrent.Callable;

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

    /**
     * Does {@code work}; the client calls that it makes, asynchronous ones included, play the part of {@code role},
     * whatever their methods are marked with.
     */
    <T> T callAs(Role role, Callable<T> work) throws Exception;
}
