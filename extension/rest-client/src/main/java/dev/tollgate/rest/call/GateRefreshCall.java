package dev.tollgate.rest.call;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.refresh.RefreshCall;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The call of the refresh method by the gate's own flight. It passes the gate. */
record GateRefreshCall(CallSite site, RefreshCall call) implements ClientCall {

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
        call.sentBy(request.getClient());
    }

    @Override
    public CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response)
            throws IOException {
        call.answered(Answer.read(response));
        return Steps.DONE;
    }
}
