package dev.tollgate.rest.call;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.refresh.TokenReading.Result;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call that signs in. It is sent as it is.
 *
 * @param flight the flight that it is part of: a token source that signs in is on its way to tokens
 */
record LoginCall(CallSite site, @Nullable FlightScope flight) implements ClientCall {

    @Override
    public CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() / 100 != 2) {
            return Steps.DONE;
        }
        Answer answer = read(response);
        return site.waiting().apart(() -> {
            signIn(answer);
            return Steps.DONE;
        });
    }

    /** An answer without tokens is no sign-in yet: its caller may have to go on with what it says. */
    private void signIn(Answer answer) {
        Result result = result(answer);
        if (result instanceof Result.Found found) {
            FlightScope.in(flight, () -> site.inRealm().signIn(site.session(), found.tokens()));
        } else if (result instanceof Result.Nothing nothing) {
            site.warnOnce("nobody is signed in: the answer " + nothing.why() + "; it reaches its caller as it is");
        }
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

    private Result result(Answer answer) {
        try {
            return site.inRealm().reading().read(answer, site.describe());
        } catch (TokenFailure e) {
            throw new TokenUnavailableException(String.valueOf(e.getMessage()), e, Instant.now());
        }
    }
}
