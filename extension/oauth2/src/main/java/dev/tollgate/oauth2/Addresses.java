package dev.tollgate.oauth2;

import java.net.URI;
import java.util.Objects;
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

    /** For messages: without a query, in which there may be a secret. */
    static String shown(URI address) {
        return address.getScheme() + "://" + address.getHost()
                + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + Objects.requireNonNullElse(address.getRawPath(), "");
    }

    /** Whether what may go to one of them may go to the other (RFC 6454). */
    static boolean haveOneOrigin(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    /** Whether something is before its @: a user, perhaps with a password. */
    static boolean hasUserPart(URI address) {
        String authority = address.getRawAuthority();
        return authority != null && authority.indexOf('@') >= 0;
    }
}
