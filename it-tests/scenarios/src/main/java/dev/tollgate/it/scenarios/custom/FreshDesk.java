package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;

/** Fetches tokens out of nothing. A class and a method that only its package sees. */
@ApplicationScoped
@TokenRealm("fresh-desk")
class FreshDesk {

    @RefreshToken
    TokenSet fetch() {
        return TokenSet.of("fetched").build();
    }
}
