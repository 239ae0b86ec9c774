package dev.tollgate.rest.filter;

import dev.tollgate.gate.NoToken;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.realm.NoTokens;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Instant;

/** A call that signs in. It is sent as it is. */
record LoginCall(CallSite site) implements ClientCall {

    @Override
    public void answered(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() / 100 != 2) {
            return;
        }
        TokenSet tokens = read(response);
        try {
            site.inRealm().gates().signIn(site.session(), tokens);
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    private TokenSet read(ClientResponseContext response) {
        try {
            return site.inRealm().reading().read(Answer.read(response), site.describe());
        } catch (TokenFailure e) {
            throw new TokenUnavailableException(String.valueOf(e.getMessage()), e, Instant.now());
        } catch (IOException e) {
            // checked, it would reach the caller inside of an UndeclaredThrowableException
            throw new TokenUnavailableException(
                    site.describe() + " got no usable answer: " + e.getMessage(), e, Instant.now());
        }
    }
}
