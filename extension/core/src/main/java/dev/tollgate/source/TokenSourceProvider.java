package dev.tollgate.source;

import java.util.List;
import java.util.Optional;

/**
 * Makes the token sources of realms that ask for one by their configuration. Found by {@link java.util.ServiceLoader};
 * needs a public constructor without parameters.
 */
public interface TokenSourceProvider {

    /** The keys that it understands beside those of every realm: what is written behind {@code tollgate.<realm>.} */
    List<String> keys();

    /** The beginnings of keys behind which a name of the server stands: {@code header.} */
    default List<String> keyPrefixes() {
        return List.of();
    }

    /** Those that a client interface may have of its own, behind {@code tollgate.<realm>.client.<interface>.} */
    default List<String> clientKeys() {
        return List.of();
    }

    /**
     * The token source of a realm, asked for once for each at start-up. It must neither start threads nor talk to anybody:
     * a server that is down must not stop the application. Mistakes go to {@link SourceSettings#problem}, so that all are
     * told together.
     *
     * @return empty if the configuration asks for none, or is wrong; one that is {@link AutoCloseable} is closed when the
     *     realm ends
     */
    Optional<TokenSource> source(SourceSettings settings);
}
