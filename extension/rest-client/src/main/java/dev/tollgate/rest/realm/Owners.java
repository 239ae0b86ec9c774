package dev.tollgate.rest.realm;

import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.session.InboundToken;
import dev.tollgate.rest.session.SessionChoice;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whom a call of one realm belongs to. Where the realm's tokens are had in exchange for those of its callers, each
 * of these has a session of its own: tokens that were had for one of them must not serve another, though it be the same
 * user's.
 */
final class Owners {

    private final String realm;
    private final TokenSource source;
    private final SessionChoice sessions;
    private final boolean onlyOne;
    private final InboundToken inbound = InboundToken.find();
    private final Owner ofTheSourceItself;
    private volatile @Nullable Boolean subjectToken;

    /** @param onlyOne whether {@code sessions} always chooses the application itself */
    Owners(String realm, TokenSource source, SessionChoice sessions, boolean onlyOne) {
        this.realm = realm;
        this.source = source;
        this.sessions = sessions;
        this.onlyOne = onlyOne;
        this.ofTheSourceItself = Owner.ofABeanItself(realm, "TokenSource of the realm is being made");
    }

    /** Whom a call belongs to that goes on on another thread; empty where all calls share the tokens of the application. */
    Optional<Owner> forLater() {
        try {
            return onlyOne && !needsSubjectToken() ? Optional.empty() : Optional.of(now());
        } catch (RuntimeException e) {
            return Optional.of(Owner.unknown(e));
        }
    }

    /** The first question makes the bean of a source: what that calls meanwhile must not have it made once more. */
    private boolean needsSubjectToken() {
        Boolean known = subjectToken;
        if (known == null) {
            try (CallContext.Restore ignored =
                    CallContext.current().in(realm, ofTheSourceItself).enter()) {
                known = source.needsSubjectToken();
            }
            subjectToken = known;
        }
        return known;
    }

    /** Whom a call made by this thread belongs to; who can not be told is missed only where it is needed. */
    Owner now() {
        try {
            return told();
        } catch (RuntimeException e) {
            return Owner.unknown(e);
        }
    }

    private Owner told() {
        if (!needsSubjectToken()) {
            return new Owner(sessions.now(), Optional.empty());
        }
        String token = inbound.now().orElseThrow(this::nobody);
        String fingerprint = InboundToken.fingerprint(token);
        return new Owner(
                sessions.now().thenApply(session -> SessionKey.of(session.value(), fingerprint)), Optional.of(token));
    }

    private SessionExpiredException nobody() {
        return new SessionExpiredException(
                "realm '" + realm + "': its tokens are had in exchange for that of the caller, but there is no request"
                        + " being served that came with one",
                null);
    }
}
