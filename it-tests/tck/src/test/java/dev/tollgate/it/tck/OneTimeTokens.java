package dev.tollgate.it.tck;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A server to which a token is good for one request, if it was issued because another one was rejected: so each call is
 * answered with a 401 first, and replayed, but for the tests in {@code accepted-at-once.properties}. The TCK, which looks at what was requested, never sees what was rejected.
 */
final class OneTimeTokens implements StubRequestFilterV2, ServeEventListener {

    private final Properties acceptedAtOnce = Resource.read("accepted-at-once.properties");
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final Set<UUID> rejected = ConcurrentHashMap.newKeySet();
    private @Nullable WireMockServer server;

    void protect(WireMockServer protectedServer) {
        server = protectedServer;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        String authorization = request.getHeader("Authorization");
        if (!Tally.isOurs(authorization) || isGood(authorization)) {
            return RequestFilterAction.continueWith(request);
        }
        Tally.OF_THIS_RUN.count("arrived.rejected");
        rejected.add(event.getId());
        return RequestFilterAction.stopWith(ResponseDefinition.notAuthorised());
    }

    private boolean isGood(String authorization) {
        return acceptedAtOnce.containsKey(Tally.OF_THIS_RUN.currentTest())
                || (authorization.contains("REJECTED") && spent.add(authorization));
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        if (server != null && rejected.remove(event.getId())) {
            server.removeServeEvent(event.getId());
        }
    }

    @Override
    public String getName() {
        return "one-time-tokens";
    }
}
