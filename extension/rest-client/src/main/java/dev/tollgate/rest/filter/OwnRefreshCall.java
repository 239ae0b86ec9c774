package dev.tollgate.rest.filter;

import dev.tollgate.gate.OwnFlight;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.refresh.Answer;
import dev.tollgate.rest.refresh.RefreshOutcome;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call of the refresh method by the application: the flight of the gate, if none is under way. */
final class OwnRefreshCall implements ClientCall {

    private final CallSite site;
    private @Nullable OwnFlight flight;

    OwnRefreshCall(CallSite site) {
        this.site = site;
    }

    @Override
    public void prepare(ClientRequestContext request) {
        String realm = site.profile().realm().name();
        flight = site.gate()
                .open(this)
                .orElseThrow(() -> new TokenUnavailableException(
                        "realm '" + realm + "' is being refreshed already, and a refresh token may be used once only:"
                                + " instead of " + describe() + " call Tollgate.realm(\"" + realm + "\").refresh()",
                        null,
                        Instant.now()));
    }

    @Override
    public void answered(ClientRequestContext request, ClientResponseContext response) throws IOException {
        OwnFlight open = flight;
        if (open == null) {
            return;
        }
        try {
            open.land(RefreshOutcome.of(Answer.read(response), describe(), Clock.systemUTC()));
        } catch (TokenFailure e) {
            open.fail(e);
        } catch (IOException e) {
            open.fail(new TokenFailure.OutcomeUnknown(describe() + " got no usable answer", e));
            throw e;
        }
    }

    @Override
    public String describe() {
        return site.describe();
    }
}
