package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;

/** The same as {@link UsersResolver}, for a realm of its own. */
@ApplicationScoped
@TokenRealm("crowd")
public class CrowdResolver implements SessionResolver {

    @Override
    public SessionKey sessionOf(String realm) {
        return SessionKey.of(CurrentUser.name());
    }
}
