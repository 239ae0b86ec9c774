package dev.tollgate.rest.filter;

import dev.tollgate.rest.UntrustedOriginException;
import dev.tollgate.rest.origin.Origin;
import dev.tollgate.rest.replay.Replays;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.Optional;

/** Looks at a request when nobody can change it any more: a secret of the realm goes to the realm's own origins only. */
@ApplicationScoped
@Priority(DepartureFilter.PRIORITY)
public class DepartureFilter implements ClientRequestFilter {

    /** After everybody else. */
    public static final int PRIORITY = Integer.MAX_VALUE;

    private final Replays replays = Replays.find();

    @Override
    public void filter(ClientRequestContext request) {
        if (request.getProperty(ClientCall.PROPERTY) instanceof ClientCall call) {
            if (call.carriesSecret(request)) {
                check(call.site(), request);
            }
            call.depart();
        }
    }

    private void check(CallSite site, ClientRequestContext request) {
        Optional<Origin> home = Optional.ofNullable((Origin) request.getProperty(OriginFilter.PROPERTY));
        site.inRealm().origins().objectionTo(request.getUri(), home).ifPresent(objection -> refuse(site, objection));
        if (replays.of(request)
                .filter(engine -> engine.followsRedirects(request))
                .isPresent()) {
            refuse(
                    site,
                    "the client follows redirects, and its token would go wherever they lead: switch followRedirects"
                            + " off, or take the client out of the realm");
        }
    }

    private static void refuse(CallSite site, String why) {
        throw new UntrustedOriginException(
                "realm '" + site.realm() + "': " + site.describe() + " was not sent: " + why);
    }
}
