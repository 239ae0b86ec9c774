package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.ServerAnswer;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.HttpCookie;

/** Tokens come as cookies, too: a short one for calls, and its successor. */
// tag::reader[]
@ApplicationScoped
@TokenRealm("odd")
public class SessionReader implements TokenReader {

    @Override
    public TokenSet read(ServerAnswer answer) {
        HttpCookie cookie = HttpCookie.parse(
                        answer.header(HttpHeaders.SET_COOKIE).orElseThrow())
                .get(0);
        return TokenSet.of(cookie.getValue())
                .refreshToken(answer.header("X-Refresh-Token").orElse(null))
                .build();
    }
}
// end::reader[]
