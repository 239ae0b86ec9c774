package dev.tollgate.rest.session;

import java.util.Optional;

/** The claims of the JSON Web Token of the request being served (RFC 7519 section 4). */
@FunctionalInterface
public interface Claims {

    /** The claim called {@code name} as text; empty if the token has none, or there is no token. */
    Optional<String> claim(String name);
}
