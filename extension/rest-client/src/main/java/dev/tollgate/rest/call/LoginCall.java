package dev.tollgate.rest.call;

import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** A call that signs in. It is sent as it is. */
record LoginCall(CallSite site) implements ClientCall {

    @Override
    public CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() / 100 != 2) {
            return Steps.DONE;
        }
        Answer answer = read(response);
        return site.waiting().apart(() -> {
            site.inRealm().signIn(site.session(), tokens(answer));
            return Steps.DONE;
        });
    }

    private Answer read(ClientResponseContext response) {
        try {
            return Answer.read(response);
        } catch (IOException e) {
            // checked, it would reach the caller inside of an UndeclaredThrowableException
            throw cutShort(e);
        }
    }

    @Override
    public TokenUnavailableException cutShort(Throwable thrown) {
        return new TokenUnavailableException(
                site.describe() + " got no usable answer: " + thrown.getMessage(), thrown, Instant.now());
    }

    private TokenSet tokens(Answer answer) {
        try {
            return site.inRealm().reading().read(answer, site.describe());
        } catch (TokenFailure e) {
            throw new TokenUnavailableException(String.valueOf(e.getMessage()), e, Instant.now());
        }
    }
}
