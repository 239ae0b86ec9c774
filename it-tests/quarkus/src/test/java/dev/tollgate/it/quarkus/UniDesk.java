package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.token.TokenSet;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Refreshes a realm by a method of its own that brings the tokens later. */
// tag::desk[]
@ApplicationScoped
@TokenRealm("uni-desk")
public class UniDesk {

    private final UniDeskClient service;

    public UniDesk(@RestClient UniDeskClient service) {
        this.service = service;
    }

    @RefreshToken
    public Uni<TokenSet> renew(TokenSet current) {
        return service.refresh("refresh_token", current.refreshToken().orElseThrow())
                .map(Script::tokens);
    }
}
// end::desk[]
