package dev.tollgate.rest.call;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.realm.CallContext;
import dev.tollgate.rest.realm.CalledClient;
import dev.tollgate.rest.realm.ClientProfile;
import dev.tollgate.rest.realm.Owner;
import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.Replays;
import dev.tollgate.rest.waiting.Waiting;
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
    private final CalledClient clients = new CalledClient();

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
        Optional<ClientProfile> profile = clients.of(method, replay.flatMap(known -> known.clientInterface(request)));
        if (replay.isEmpty()) {
            profile.ifPresent(known -> refuse(known, method, request));
            return Optional.empty();
        }
        return profile.flatMap(known -> of(known, method, replay));
    }

    /** A guest's call passes. */
    private static void refuse(ClientProfile profile, Method method, ClientRequestContext request) {
        if (profile.roleOf(method, CallContext.current()) != Role.GUEST) {
            throw UnsupportedClient.refusal(profile, method, request);
        }
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
                    case LOGIN -> new LoginCall(site, flight);
                    case REFRESH_TOKEN -> refresh(site, flight, context.refreshCall(), replay);
                    case LOGOUT -> new TokenCall(site, replay, !site.isPartOf(flight));
                    case AUTHENTICATED, GUEST -> new TokenCall(site, replay, false);
                }));
    }

    private static ClientCall refresh(
            CallSite site, @Nullable FlightScope flight, Optional<RefreshCall> ofTheGate, Optional<Replay> replay) {
        if (!site.isPartOf(flight)) {
            return new OwnRefreshCall(site, replay);
        }
        return ofTheGate
                .<ClientCall>map(call -> new GateRefreshCall(site, call, replay))
                .orElseGet(() -> new CallInsideAFlight(site));
    }
}
