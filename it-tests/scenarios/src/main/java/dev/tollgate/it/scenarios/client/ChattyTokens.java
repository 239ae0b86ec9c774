package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;

/** The application's own refresh, which fails and tells what it was given. */
@ApplicationScoped
@TokenRealm("unkept")
public class ChattyTokens {

    @RefreshToken
    public TokenSet refresh(TokenSet current) {
        throw new IllegalStateException("can not refresh " + current.accessToken() + " with "
                + current.refreshToken().orElse("nothing"));
    }
}
