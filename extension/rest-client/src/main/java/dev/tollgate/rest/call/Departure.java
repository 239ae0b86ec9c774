package dev.tollgate.rest.call;

import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.replay.Replays;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.Optional;

/**
 * Looks at a request when nobody can change it any more: a secret of the realm goes to the realm's own origins only, and
 * not more often than it is sent.
 */
public final class Departure {

    private final Replays replays = Replays.find();
    private final Class<?> lastFilter;

    /** @param lastFilter the filter that calls {@link #of}, and after which there must be none */
    public Departure(Class<?> lastFilter) {
        this.lastFilter = lastFilter;
    }

    /**
     * All filters have seen {@code request}.
     *
     * @throws ProcessingException if it must not be sent
     */
    public void of(ClientRequestContext request) {
        if (request.getProperty(CallFlow.CALL) instanceof ClientCall call) {
            if (call.hasSecret()) {
                check(call.site(), request);
            }
            checkRepeats(call, request);
            call.depart(request);
        }
    }

    private void check(CallSite site, ClientRequestContext request) {
        Optional<Replay> engine = replays.of(request);
        Destination.check(site, request, engine);
        engine.ifPresent(known -> check(site, request, known));
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
            throw Destination.refusal(
                    site,
                    "the client follows redirects, and its token would go wherever they lead: switch followRedirects"
                            + " off (an engine on HttpURLConnection follows them all the same: use another), or take"
                            + " the client out of the realm");
        }
        engine.lastFilter(request)
                .filter(last -> !lastFilter.isAssignableFrom(last))
                .ifPresent(last -> {
                    throw Destination.refusal(
                            site,
                            last.getName() + " runs after the check of where the token goes, and could change that:"
                                    + " give it a priority below Integer.MAX_VALUE");
                });
    }
}
