package dev.tollgate.rest.call;

import dev.tollgate.gate.OwnFlight;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.realm.OwnFlights;
import dev.tollgate.rest.refresh.SentInTime;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.Wiped;
import dev.tollgate.source.WithoutAnswer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call of the refresh method by the application: the flight of the gate, if none is under way. */
final class OwnRefreshCall implements ClientCall {

    private final CallSite site;
    private final Optional<Replay> replay;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);
    private volatile @Nullable OwnFlight flight;

    private enum Fate {
        OPEN,
        LEFT,
        CALLED_OFF
    }

    OwnRefreshCall(CallSite site, Optional<Replay> replay) {
        this.site = site;
        this.replay = replay;
    }

    @Override
    public CallSite site() {
        return site;
    }

    /** Not before: a filter or a writer that fails would leave callers waiting for a flight that nobody carries out. */
    @Override
    public void depart(ClientRequestContext request) {
        Replay known = replay.filter(each -> each.canWatch(request)).orElseThrow(this::refusal);
        known.write(request);
        if (!known.tellsOfLeaving()) {
            fate.set(Fate.LEFT);
        }
        flight = OwnFlights.open(site.realm(), site.gate(), site);
        known.watch(request, this::failed);
    }

    /** If it failed, callers would wait for nothing until attempt-timeout, and then the session might be over. */
    private ProcessingException refusal() {
        String message = "realm '" + site.realm() + "': " + site.describe()
                + " was not sent: its HTTP engine is a non-blocking one, of which nobody learns here that a call has"
                + " failed. Call Realm.refresh() instead: Tollgate.realm(\"" + site.realm() + "\").refresh()";
        return new ProcessingException(message, new TokenFailure.Configuration(message));
    }

    @Override
    public void leave(ClientRequestContext request) {
        if (!fate.compareAndSet(Fate.OPEN, Fate.LEFT) && fate.get() == Fate.CALLED_OFF) {
            throw new ProcessingException(notSent());
        }
    }

    /** While it waits it is known that nothing was sent; when its flight has been given up, the gate would not believe it. */
    @Override
    public Optional<Duration> patienceForConnection() {
        return Optional.of(SentInTime.almost(site.inRealm().attemptTimeout()));
    }

    @Override
    public Optional<Throwable> callOff() {
        if (!fate.compareAndSet(Fate.OPEN, Fate.CALLED_OFF)) {
            return Optional.empty();
        }
        TokenFailure unsent = TokenFailure.Transient.unsent(notSent(), null);
        fail(secrets -> unsent);
        return Optional.of(new ProcessingException(notSent(), unsent));
    }

    private String notSent() {
        return site.describe() + " was called off before it was sent";
    }

    /** What has been answered before is what counts. */
    private void failed(Throwable thrown) {
        boolean unsent = fate.compareAndSet(Fate.OPEN, Fate.CALLED_OFF);
        fail(secrets -> unsent
                ? TokenFailure.Transient.unsent(site.describe() + " was not sent", Wiped.of(thrown, secrets))
                : WithoutAnswer.of(thrown, site.describe(), secrets));
    }

    private void fail(Function<List<String>, TokenFailure> failure) {
        OwnFlight open = flight;
        if (open != null) {
            open.fail(failure.apply(open.secrets()));
        }
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
        try {
            return landed(open, request, response).whenComplete((done, thrown) -> {
                if (thrown != null) {
                    noUsableAnswer(thrown, open);
                }
            });
        } catch (RuntimeException | Error e) {
            noUsableAnswer(e, open);
            throw e;
        }
    }

    private CompletionStage<?> landed(OwnFlight open, ClientRequestContext request, ClientResponseContext response) {
        replay.ifPresent(known -> known.arrived(request, response));
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

    /** The first outcome of the flight is the one that counts. */
    private void noUsableAnswer(Throwable thrown, OwnFlight open) {
        open.fail(new TokenFailure.OutcomeUnknown(
                site.describe() + " got no usable answer", Wiped.of(thrown, open.secrets())));
    }

    private Answer read(ClientResponseContext response, OwnFlight open) {
        try {
            return Answer.read(response);
        } catch (IOException | UncheckedIOException e) {
            throw cutShort(e, open);
        }
    }

    @Override
    public Throwable cutShort(Throwable thrown) {
        OwnFlight open = flight;
        return open == null ? thrown : cutShort(thrown, open);
    }

    private TokenUnavailableException cutShort(Throwable thrown, OwnFlight open) {
        noUsableAnswer(thrown, open);
        return new TokenUnavailableException(
                site.describe() + " got no usable answer: " + thrown.getMessage(), thrown, Instant.now());
    }
}
