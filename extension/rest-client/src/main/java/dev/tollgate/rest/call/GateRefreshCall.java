package dev.tollgate.rest.call;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.refresh.SentInTime;
import dev.tollgate.rest.replay.Replay;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The call of the refresh method by the gate's own flight. It passes the gate. */
record GateRefreshCall(CallSite site, RefreshCall call, Optional<Replay> replay) implements ClientCall {

    @Override
    public boolean mustNotBeRepeated() {
        return !site.inRealm().repeatsRefreshes();
    }

    /** An attempt that is given up is to be known as that, not as a connection that broke. */
    @Override
    public Optional<Duration> patience() {
        return Optional.of(call.deadline().remaining().plusMillis(100));
    }

    @Override
    public void depart(ClientRequestContext request) {
        replay.ifPresent(known -> known.write(request));
        if (call.leavesNoConnection()) {
            request.getHeaders().putSingle("Connection", "close");
        }
        if (replay.filter(Replay::tellsOfLeaving).isPresent()) {
            call.preparedBy(request.getClient());
        } else {
            call.sentBy(request.getClient());
        }
    }

    @Override
    public void leave(ClientRequestContext request) {
        call.sent();
    }

    /** While it waits it is known that nothing was sent; when the attempt has been given up, nobody would believe it. */
    @Override
    public Optional<Duration> patienceForConnection() {
        return Optional.of(SentInTime.almost(call.deadline().remaining()));
    }

    @Override
    public Optional<Throwable> callOff() {
        return call.callOff() ? Optional.of(call.failure()) : Optional.empty();
    }

    @Override
    public CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response)
            throws IOException {
        call.answered(Answer.read(response));
        return Steps.DONE;
    }
}
