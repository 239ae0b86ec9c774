package dev.tollgate.source;

import java.util.Optional;

/** The call, or whatever else, that made the gate ask for a token. */
@FunctionalInterface
public interface Trigger {

    /** A name for people, such as {@code ShopClient.orders}; it never contains a token. */
    String describe();

    /**
     * The token with which whoever is behind it came to this application, for a source that exchanges it
     * ({@link TokenSource#needsSubjectToken()}); never shown.
     */
    default Optional<String> subjectToken() {
        return Optional.empty();
    }
}
