package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.token.TokenSet;

/** What desks have in common: a bean inherits its refresh method from here. */
abstract class Fetching {

    @RefreshToken
    TokenSet fetch() {
        return TokenSet.of("fetched").build();
    }
}
