package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;

// tag::resolver[]
@ApplicationScoped
@TokenRealm("users")
public class UsersResolver implements SessionResolver {

    @Override
    public SessionKey sessionOf(String realm) {
        return SessionKey.of(CurrentUser.name()); // throws if there is none
    }
}
// end::resolver[]
