package dev.tollgate.rest.call;

import dev.tollgate.rest.UntrustedOriginException;
import dev.tollgate.rest.origin.Origin;
import dev.tollgate.rest.replay.Replay;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.Optional;

/** Where a request with a secret of the realm goes: to the origin that its client was built with, or a configured one. */
final class Destination {

    private Destination() {}

    /** @param engine what knows the REST client of {@code request}; without it, only configured origins are trusted */
    static void check(CallSite site, ClientRequestContext request, Optional<Replay> engine) {
        Optional<Origin> home = engine.flatMap(known -> known.home(request)).flatMap(Origin::of);
        site.inRealm().origins().objectionTo(request.getUri(), home).ifPresent(objection -> {
            throw refusal(site, objection);
        });
    }

    static UntrustedOriginException refusal(CallSite site, String why) {
        return new UntrustedOriginException(
                "realm '" + site.realm() + "': " + site.describe() + " was not sent: " + why);
    }
}
