package dev.tollgate.rest.filter;

import dev.tollgate.gate.OwnFlight;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.realm.OwnFlights;
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
    public CallSite site() {
        return site;
    }

    /** Not before: a filter that fails would leave callers waiting for a flight that nobody carries out. */
    @Override
    public void depart() {
        flight = OwnFlights.open(site.realm(), site.gate(), site);
    }

    @Override
    public boolean mustNotBeRepeated() {
        return !site.inRealm().repeatsRefreshes();
    }

    @Override
    public void answered(ClientRequestContext request, ClientResponseContext response) {
        OwnFlight open = flight;
        if (open == null) {
            return;
        }
        try {
            RefreshOutcome outcome = new RefreshOutcome(site.inRealm().reading());
            open.land(outcome.of(Answer.read(response), site.describe(), Clock.systemUTC()));
        } catch (TokenFailure e) {
            open.fail(e);
        } catch (IOException e) {
            open.fail(new TokenFailure.OutcomeUnknown(site.describe() + " got no usable answer", e));
            throw new TokenUnavailableException(
                    site.describe() + " got no usable answer: " + e.getMessage(), e, Instant.now());
        }
    }
}
