package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Refreshes the realm by a method of its own. */
// tag::desk[]
@ApplicationScoped
@TokenRealm("desk")
public class Desk {

    @Inject
    @RestClient
    DeskClient service;

    @RefreshToken
    public TokenSet renew(TokenSet current) {
        return Script.tokens(
                service.refresh("refresh_token", current.refreshToken().orElseThrow()));
    }
}
// end::desk[]
