package dev.tollgate.it.benchmark.soak;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;

/** The user of this thread. */
@ApplicationScoped
@TokenRealm("soak")
public class SoakSession implements SessionResolver {

    private static final ThreadLocal<SessionKey> USER = ThreadLocal.withInitial(() -> SessionKey.of("nobody"));

    static void begin(String user) {
        USER.set(SessionKey.of(user));
    }

    @Override
    public SessionKey sessionOf(String realm) {
        return USER.get();
    }
}
