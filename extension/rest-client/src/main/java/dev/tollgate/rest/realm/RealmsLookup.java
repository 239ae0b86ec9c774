package dev.tollgate.rest.realm;

import jakarta.enterprise.inject.spi.CDI;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Finds the realms from where nothing is injected: not every implementation makes filters by CDI, and the container may
 * not be there at all. Safe for use by many threads.
 */
public final class RealmsLookup {

    /** The container is not found on every thread of its application. */
    private static final Map<ClassLoader, WeakReference<Realms>> FOUND =
            Collections.synchronizedMap(new WeakHashMap<>());

    private volatile Optional<Realms> realms = Optional.empty();

    /** The realms of this application; empty if there is no container. Always the same ones, once they are found. */
    public Optional<Realms> find() {
        if (realms.isEmpty()) {
            realms = now();
        }
        return realms;
    }

    /** The realms of the application that this thread works for; empty if there is no container. */
    static Optional<Realms> now() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        try {
            Realms found = CDI.current().select(Realms.class).get();
            FOUND.put(application, new WeakReference<>(found));
            return Optional.of(found);
        } catch (IllegalStateException e) {
            return Optional.ofNullable(FOUND.get(application)).map(WeakReference::get);
        }
    }
}
