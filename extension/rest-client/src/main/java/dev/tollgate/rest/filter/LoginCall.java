package dev.tollgate.rest.filter;

import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.refresh.Answer;
import dev.tollgate.rest.refresh.TokenAnswer;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Instant;

/** A call that signs in. */
record LoginCall(CallSite site) implements ClientCall {

    @Override
    public void prepare(ClientRequestContext request) {
        // sent as it is
    }

    @Override
    public void answered(ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (response.getStatus() / 100 != 2) {
            return;
        }
        try {
            site.gate().signIn(TokenAnswer.read(Answer.read(response), site.describe()));
        } catch (TokenFailure e) {
            throw new TokenUnavailableException(String.valueOf(e.getMessage()), e, Instant.now());
        }
    }

    @Override
    public String describe() {
        return site.describe();
    }
}
