package dev.tollgate.oauth2;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What an access token is for.
 *
 * @param audiences where the server has a parameter of this name
 * @param resources as RFC 8707 has it
 */
record Target(Optional<String> scope, List<String> audiences, List<URI> resources) {

    /** Tells it from others, on every node of an application; nothing in it is secret. */
    String name() {
        return "audience=" + audiences + " resource=" + resources + " scope=" + scope.orElse("");
    }
}
