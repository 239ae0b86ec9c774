package dev.tollgate.rest.realm;

import dev.tollgate.rest.session.SessionChoice;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.source.SessionKey;
import java.util.concurrent.CompletionStage;

/** Asks a bean of the application whose session a call belongs to. */
final class ResolvedSession implements SessionChoice {

    private final String realm;
    private final SessionResolver.Async resolver;
    private final Owner asksItself;

    ResolvedSession(String realm, SessionResolver.Async resolver) {
        this.realm = realm;
        this.resolver = resolver;
        this.asksItself = Owner.ofABeanItself(realm, "SessionResolver of the realm is being asked");
    }

    /** Calls that the bean makes do not ask it again, though each asynchronous one is asked for its owner in all realms. */
    @Override
    public CompletionStage<SessionKey> now() {
        return CallContext.current().ofABean().in(realm, asksItself).get(() -> resolver.sessionOf(realm));
    }
}
