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
    public void answered(ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (response.getStatus() / 100 != 2) {
            return;
        }
        TokenSet tokens = read(Answer.read(response));
        try {
            site.inRealm().gates().signIn(site.session(), tokens);
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    private TokenSet read(Answer answer) {
        try {
            return site.inRealm().reading().read(answer, site.describe());
        } catch (TokenFailure e) {
            throw new TokenUnavailableException(String.valueOf(e.getMessage()), e, Instant.now());
        }
    }
}
