package dev.tollgate.rest.session;

import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.replay.Present;
import dev.tollgate.source.SessionKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The built-in ways to tell whose session a call belongs to. */
public final class SessionChoices {

    private final String realm;
    private final SessionSetting setting;

    SessionChoices(String realm, SessionSetting setting) {
        this.realm = realm;
        this.setting = setting;
    }

    /** The choice that {@code setting} names, for {@code realm}. */
    public static SessionChoice of(String realm, SessionSetting setting) {
        SessionChoices choices = new SessionChoices(realm, setting);
        return switch (setting.kind()) {
            case APPLICATION -> choices.application();
            case PRINCIPAL -> choices.principal();
            case HEADER -> choices.header(Present.of(InboundHeaders.class));
            case CLAIM -> choices.claim();
        };
    }

    private SessionChoice application() {
        CompletableFuture<SessionKey> same = CompletableFuture.completedFuture(SessionKey.APPLICATION);
        return () -> same;
    }

    /** By issuer and subject: a name may be somebody else's at another issuer, or tomorrow. */
    private SessionChoice principal() {
        return () -> {
            Claims claims = claims();
            return done(SessionKey.of(required(claims, "iss"), required(claims, "sub")));
        };
    }

    /** With the issuer: what a claim says is true only of whom its issuer speaks of. */
    private SessionChoice claim() {
        return () -> {
            Claims claims = claims();
            return done(SessionKey.of(required(claims, "iss"), required(claims, setting.name())));
        };
    }

    /** @param inbound empty on a runtime that hides them */
    SessionChoice header(Optional<InboundHeaders> inbound) {
        if (inbound.isEmpty()) {
            return () -> {
                throw nobody("this runtime does not reveal the headers of the request being served; write a"
                        + " SessionResolver bean that tells whose session it is");
            };
        }
        return () -> {
            List<String> values = inbound.get().header(setting.name());
            if (values.size() > 1) {
                throw nobody("the request being served has more than one header " + setting.name());
            }
            return done(values.stream()
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .map(SessionKey::of)
                    .orElseThrow(() -> nobody("there is no request being served with a header " + setting.name())));
        };
    }

    private Claims claims() {
        return JsonWebTokenClaims.find()
                .orElseThrow(
                        () -> nobody("there is no JsonWebToken bean (MicroProfile JWT); write a SessionResolver bean"
                                + " that tells whose session it is"));
    }

    private String required(Claims claims, String name) {
        return claims.claim(name)
                .orElseThrow(
                        () -> nobody("nobody is signed in to this application, or the token has no claim " + name));
    }

    private SessionExpiredException nobody(String why) {
        return new SessionExpiredException(
                "realm '" + realm + "': whose session is it? " + why + " (tollgate." + realm + ".session=" + setting
                        + ")",
                null);
    }

    private static CompletableFuture<SessionKey> done(SessionKey key) {
        return CompletableFuture.completedFuture(key);
    }
}
