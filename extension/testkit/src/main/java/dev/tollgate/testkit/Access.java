package dev.tollgate.testkit;

import java.util.Optional;

/**
 * What an access token stands for.
 *
 * @param generation how many refreshes of the family it took to get it
 * @param expiresAt by the monotonic clock
 */
record Access(Family family, int generation, long expiresAt, Terms terms) {

    /** The thumbprint of the key that it is bound to. */
    Optional<String> key() {
        return Optional.ofNullable(terms.key());
    }

    boolean isFor(String audience) {
        return terms.audiences().isEmpty() || terms.audiences().contains(audience);
    }
}
