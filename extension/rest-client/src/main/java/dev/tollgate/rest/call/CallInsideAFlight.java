package dev.tollgate.rest.call;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.concurrent.CompletionStage;

/** A call of the refresh method by the application's own token source, which makes what it likes of the answer. */
record CallInsideAFlight(CallSite site) implements ClientCall {

    @Override
    public CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response) {
        return Steps.DONE; // the token source sees it
    }
}
