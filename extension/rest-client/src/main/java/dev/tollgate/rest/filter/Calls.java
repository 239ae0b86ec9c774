package dev.tollgate.rest.filter;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.CallContext;
import dev.tollgate.rest.realm.Realms;
import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.Replays;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.Optional;

/** Finds out what kind of call a request is. */
final class Calls {

    /** Set by every implementation of MicroProfile REST Client (section "ClientRequestContext properties"). */
    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

    private final Replays replays = Replays.find();
    private volatile Optional<Realms> realms = Optional.empty();

    /** The call that {@code request} is made for; empty if it is nothing to us. */
    Optional<ClientCall> of(ClientRequestContext request) {
        if (!(request.getProperty(INVOKED_METHOD) instanceof Method method)) {
            return Optional.empty();
        }
        Optional<Replay> replay = replays.of(request);
        Class<?> client =
                replay.flatMap(known -> known.clientInterface(request)).orElse(method.getDeclaringClass());
        return realmsFor(client)
                .flatMap(known -> known.profileOf(client))
                .flatMap(profile -> of(new CallSite(profile, method), replay));
    }

    private static Optional<ClientCall> of(CallSite site, Optional<Replay> replay) {
        return switch (site.role()) {
            case GUEST -> Optional.empty();
            case LOGIN -> Optional.of(new LoginCall(site));
            case REFRESH -> Optional.of(refresh(site));
            case AUTHENTICATED, LOGOUT -> Optional.of(new TokenCall(site, replay));
        };
    }

    private static ClientCall refresh(CallSite site) {
        Optional<RefreshCall> ofTheGate = CallContext.refreshCall()
                .filter(call -> FlightScope.current() == site.gate().scope());
        return ofTheGate
                .<ClientCall>map(call -> new GateRefreshCall(site, call))
                .orElseGet(() -> new OwnRefreshCall(site));
    }

    /** Not injected: not every implementation makes filters by CDI, and the container may not be there at all. */
    private Optional<Realms> realmsFor(Class<?> client) {
        if (realms.isEmpty()) {
            realms = lookUp(client);
        }
        return realms;
    }

    private static Optional<Realms> lookUp(Class<?> client) {
        try {
            return Optional.of(CDI.current().select(Realms.class).get());
        } catch (IllegalStateException e) {
            if (client.isAnnotationPresent(TokenRealm.class)) {
                throw new ProcessingException(
                        client.getName() + " is in a realm, but there is no CDI container to keep its tokens", e);
            }
            return Optional.empty();
        }
    }
}
