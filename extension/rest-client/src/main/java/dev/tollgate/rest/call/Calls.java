package dev.tollgate.rest.call;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.CallContext;
import dev.tollgate.rest.realm.ClientProfile;
import dev.tollgate.rest.realm.Owner;
import dev.tollgate.rest.realm.RealmsLookup;
import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.Replays;
import dev.tollgate.rest.waiting.Waiting;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Finds out what kind of call a request is. */
final class Calls {

    /** Set by every implementation of MicroProfile REST Client (section "ClientRequestContext properties"). */
    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

    private final Waiting waiting;
    private final Replays replays = Replays.find();
    private final RealmsLookup realms = new RealmsLookup();

    /** @param waiting how these calls wait */
    Calls(Waiting waiting) {
        this.waiting = waiting;
    }

    /** The call that {@code request} is made for; empty if it is nothing to us. */
    Optional<CompletionStage<ClientCall>> of(ClientRequestContext request) {
        if (!(request.getProperty(INVOKED_METHOD) instanceof Method method)) {
            return Optional.empty();
        }
        Optional<Replay> replay = replays.of(request);
        if (replay.isEmpty()) {
            return refuse(method, request);
        }
        Class<?> client =
                replay.flatMap(known -> known.clientInterface(request)).orElse(method.getDeclaringClass());
        return profileOf(client).flatMap(profile -> of(profile, method, replay));
    }

    /** A guest's call passes. Which client inherits {@code method} is not known here: one in a realm counts. */
    private Optional<CompletionStage<ClientCall>> refuse(Method method, ClientRequestContext request) {
        profileOf(method.getDeclaringClass())
                .or(() -> realms.find().flatMap(known -> known.heirOf(method.getDeclaringClass())))
                .filter(profile -> profile.roleOf(method, CallContext.current()) != Role.GUEST)
                .ifPresent(profile -> {
                    throw UnsupportedClient.refusal(profile, method, request);
                });
        return Optional.empty();
    }

    private Optional<ClientProfile> profileOf(Class<?> client) {
        if (realms.find().isEmpty() && client.isAnnotationPresent(TokenRealm.class)) {
            throw new ProcessingException(
                    client.getName() + " is in a realm, but there is no CDI container to keep its tokens");
        }
        return realms.find().flatMap(known -> known.profileOf(client));
    }

    private Optional<CompletionStage<ClientCall>> of(ClientProfile profile, Method method, Optional<Replay> replay) {
        CallContext context = CallContext.current();
        FlightScope flight = FlightScope.current();
        Role role = profile.roleOf(method, context);
        if (role == Role.GUEST) {
            return Optional.empty();
        }
        Owner owner = profile.realm().owner();
        return Optional.of(profile.realm()
                .session(owner, waiting)
                .thenApply(
                        session -> new CallSite(profile, method, role, session, owner.subjectToken(), context, waiting))
                .thenApply(site -> switch (role) {
                    case LOGIN -> new LoginCall(site);
                    case REFRESH_TOKEN -> refresh(site, flight, context.refreshCall(), replay);
                    case AUTHENTICATED, LOGOUT, GUEST -> new TokenCall(site, replay);
                }));
    }

    private static ClientCall refresh(
            CallSite site, @Nullable FlightScope flight, Optional<RefreshCall> ofTheGate, Optional<Replay> replay) {
        if (flight != site.gate().scope()) {
            return new OwnRefreshCall(site);
        }
        return ofTheGate
                .<ClientCall>map(call -> new GateRefreshCall(site, call, replay))
                .orElseGet(() -> new CallInsideAFlight(site));
    }
}
