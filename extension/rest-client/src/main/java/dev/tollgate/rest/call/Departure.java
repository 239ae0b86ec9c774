package dev.tollgate.rest.call;

import dev.tollgate.rest.UntrustedOriginException;
import dev.tollgate.rest.origin.Origin;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.Replays;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.URI;
import java.util.Optional;

/**
 * Looks at a request when nobody can change it any more: a secret of the realm goes to the realm's own origins only, and
 * not more often than it is sent.
 */
public final class Departure {

    /** The request property under which the origin travels. */
    private static final String ORIGIN = "dev.tollgate.origin";

    private final Replays replays = Replays.find();
    private final Class<?> lastFilter;

    /** @param lastFilter the filter that calls {@link #of}, and after which there must be none */
    public Departure(Class<?> lastFilter) {
        this.lastFilter = lastFilter;
    }

    /** Remembers where the client's requests go, before any filter changes that. */
    public static void remember(ClientRequestContext request) {
        remember(request, request.getUri());
    }

    /** The same where {@code request} itself may not tell any more: {@code home} is where its client's requests go. */
    public static void remember(ClientRequestContext request, URI home) {
        Origin.of(home).ifPresent(origin -> request.setProperty(ORIGIN, origin));
    }

    /**
     * All filters have seen {@code request}.
     *
     * @throws ProcessingException if it must not be sent
     */
    public void of(ClientRequestContext request) {
        if (request.getProperty(CallFlow.CALL) instanceof ClientCall call) {
            if (call.carriesSecret(request)) {
                check(call.site(), request);
            }
            checkRepeats(call, request);
            call.depart(request);
        }
    }

    private void check(CallSite site, ClientRequestContext request) {
        Optional<Origin> home = Optional.ofNullable((Origin) request.getProperty(ORIGIN));
        site.inRealm().origins().objectionTo(request.getUri(), home).ifPresent(objection -> refuse(site, objection));
        replays.of(request).ifPresent(engine -> check(site, request, engine));
    }

    /** Not a matter of where it goes, but of how often it arrives: a refresh token that comes twice ends the session. */
    private void checkRepeats(ClientCall call, ClientRequestContext request) {
        if (call.mustNotBeRepeated()
                && replays.of(request)
                        .filter(engine -> engine.mayRepeat(request))
                        .isPresent()) {
            String message =
                    "realm '" + call.site().realm() + "': " + call.site().describe()
                            + " was not sent: its HTTP client sends a request again by itself when the answer is lost, and a refresh"
                            + " token that comes twice may end the session. Let it be a POST (on HttpURLConnection, with"
                            + " -Dsun.net.http.retryPost=false), or set rotation=none if the server does not mind";
            throw new ProcessingException(message, new TokenFailure.Configuration(message));
        }
    }

    private void check(CallSite site, ClientRequestContext request, Replay engine) {
        if (engine.followsRedirects(request)) {
            refuse(
                    site,
                    "the client follows redirects, and its token would go wherever they lead: switch followRedirects"
                            + " off (an engine on HttpURLConnection follows them all the same: use another), or take"
                            + " the client out of the realm");
        }
        engine.lastFilter(request)
                .filter(last -> !lastFilter.isAssignableFrom(last))
                .ifPresent(last -> refuse(
                        site,
                        last.getName() + " runs after the check of where the token goes, and could change that: give it"
                                + " a priority below Integer.MAX_VALUE"));
    }

    private static void refuse(CallSite site, String why) {
        throw new UntrustedOriginException(
                "realm '" + site.realm() + "': " + site.describe() + " was not sent: " + why);
    }
}
