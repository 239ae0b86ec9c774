package dev.tollgate.rest.realm;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/**
 * Finds the realms from where nothing is injected: not every implementation makes filters by CDI, and the container may
 * not be there at all. Safe for use by many threads.
 */
public final class RealmsLookup {

    private volatile Optional<Realms> realms = Optional.empty();

    /** The realms of this application; empty if there is no container. */
    public Optional<Realms> find() {
        if (realms.isEmpty()) {
            realms = lookUp();
        }
        return realms;
    }

    private static Optional<Realms> lookUp() {
        try {
            return Optional.of(CDI.current().select(Realms.class).get());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
