package dev.tollgate.oauth2;

import java.net.URI;
import java.util.Optional;

/** Reads addresses as configuration has them. */
final class Addresses {

    private Addresses() {}

    /** Empty if {@code text} is none. */
    static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether something is before its @: a user, perhaps with a password. */
    static boolean hasUserPart(URI address) {
        String authority = address.getRawAuthority();
        return authority != null && authority.indexOf('@') >= 0;
    }
}
