package dev.tollgate.rest.call;

import dev.tollgate.gate.OwnFlight;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.realm.OwnFlights;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call of the refresh method by the application: the flight of the gate, if none is under way. */
final class OwnRefreshCall implements ClientCall {

    private final CallSite site;
    private volatile @Nullable OwnFlight flight;

    OwnRefreshCall(CallSite site) {
        this.site = site;
    }

    @Override
    public CallSite site() {
        return site;
    }

    /** Not before: a filter that fails would leave callers waiting for a flight that nobody carries out. */
    @Override
    public void depart(ClientRequestContext request) {
        flight = OwnFlights.open(site.realm(), site.gate(), site);
    }

    @Override
    public boolean mustNotBeRepeated() {
        return !site.inRealm().repeatsRefreshes();
    }

    @Override
    public CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response) {
        OwnFlight open = flight;
        if (open == null) {
            return Steps.DONE;
        }
        Answer answer = read(response, open);
        return site.waiting().apart(() -> {
            // a bean that reads the tokens must not wait for them
            site.gate().scope().run(() -> land(answer, open));
            return Steps.DONE;
        });
    }

    private void land(Answer answer, OwnFlight open) {
        try {
            open.land(site.inRealm().outcome().of(answer, site.describe(), Clock.systemUTC(), open.secrets()));
        } catch (TokenFailure e) {
            open.fail(e);
        }
    }

    private Answer read(ClientResponseContext response, OwnFlight open) {
        try {
            return Answer.read(response);
        } catch (IOException e) {
            throw cutShort(e, open);
        }
    }

    @Override
    public Throwable cutShort(Throwable thrown) {
        OwnFlight open = flight;
        return open == null ? thrown : cutShort(thrown, open);
    }

    private TokenUnavailableException cutShort(Throwable thrown, OwnFlight open) {
        open.fail(new TokenFailure.OutcomeUnknown(site.describe() + " got no usable answer", thrown));
        return new TokenUnavailableException(
                site.describe() + " got no usable answer: " + thrown.getMessage(), thrown, Instant.now());
    }
}
