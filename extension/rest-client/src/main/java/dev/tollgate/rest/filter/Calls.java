package dev.tollgate.rest.filter;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.CallContext;
import dev.tollgate.rest.realm.ClientProfile;
import dev.tollgate.rest.realm.RealmsLookup;
import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.Replays;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.Optional;

/** Finds out what kind of call a request is. */
final class Calls {

    /** Set by every implementation of MicroProfile REST Client (section "ClientRequestContext properties"). */
    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

    private final Replays replays = Replays.find();
    private final RealmsLookup realms = new RealmsLookup();

    /** The call that {@code request} is made for; empty if it is nothing to us. */
    Optional<ClientCall> of(ClientRequestContext request) {
        if (!(request.getProperty(INVOKED_METHOD) instanceof Method method)) {
            return Optional.empty();
        }
        Optional<Replay> replay = replays.of(request);
        Class<?> client =
                replay.flatMap(known -> known.clientInterface(request)).orElse(method.getDeclaringClass());
        return profileOf(client).flatMap(profile -> of(profile, method, replay));
    }

    private Optional<ClientProfile> profileOf(Class<?> client) {
        if (realms.find().isEmpty() && client.isAnnotationPresent(TokenRealm.class)) {
            throw new ProcessingException(
                    client.getName() + " is in a realm, but there is no CDI container to keep its tokens");
        }
        return realms.find().flatMap(known -> known.profileOf(client));
    }

    private static Optional<ClientCall> of(ClientProfile profile, Method method, Optional<Replay> replay) {
        Role role = profile.roleOf(method, CallContext.current());
        if (role == Role.GUEST) {
            return Optional.empty();
        }
        CallSite site = new CallSite(profile, method, role, profile.realm().session());
        return Optional.of(of(site, replay));
    }

    private static ClientCall of(CallSite site, Optional<Replay> replay) {
        return switch (site.role()) {
            case LOGIN -> new LoginCall(site);
            case REFRESH_TOKEN -> refresh(site);
            case AUTHENTICATED, LOGOUT, GUEST -> new TokenCall(site, replay);
        };
    }

    private static ClientCall refresh(CallSite site) {
        if (FlightScope.current() != site.gate().scope()) {
            return new OwnRefreshCall(site);
        }
        Optional<RefreshCall> ofTheGate = CallContext.current().refreshCall();
        return ofTheGate
                .<ClientCall>map(call -> new GateRefreshCall(site, call))
                .orElseGet(() -> new CallInsideAFlight(site));
    }
}
