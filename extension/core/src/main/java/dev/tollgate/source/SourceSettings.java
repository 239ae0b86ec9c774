package dev.tollgate.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one realm, as a {@link TokenSourceProvider} reads them. A value of the wrong form is told as a mistake
 * and counts as missing. For the thread that starts the application.
 */
public interface SourceSettings {

    /** The name of the realm. */
    String realm();

    /** The whole name of a property: {@code tollgate.acme.issuer}. */
    String property(String key);

    /** The value of a key, without blanks around it; empty if there is none. */
    Optional<String> text(String key);

    /** The values of a key, which commas separate. */
    List<String> list(String key);

    /** The values of the keys that begin with {@code prefix}, each by the name that stands behind it. */
    default Map<String, String> named(String prefix) {
        return Map.of();
    }

    /** A value that is true or false. */
    boolean bool(String key, boolean otherwise);

    /** A duration, longer than zero. */
    Optional<Duration> duration(String key);

    /** An address to which secrets may go: https, or on this machine, unless the realm allows plain http. */
    Optional<URI> endpoint(String key);

    /**
     * Why secrets must not go to {@code target}, which somebody else has named; empty if they may. May be asked later, by
     * any thread.
     */
    Optional<String> objectionTo(URI target);

    /**
     * The client interfaces of the realm, each with the properties of its own, {@code tollgate.acme.client.orders.<key>};
     * what is not written there is missing there. Only {@link TokenSourceProvider#clientKeys()} may be written.
     */
    Map<Class<?>, SourceSettings> clients();

    /** Tells a mistake: {@code key} has the value that it has, but {@code rule}. */
    void problem(String key, String rule);
}
