package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.rest.spi.ExpiryCheck;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.ServerAnswer;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import org.jspecify.annotations.Nullable;

/** Does what the {@link Script} says, at once. */
@ApplicationScoped
@TokenRealm("now")
public class NowBeans implements ExpiryCheck, RejectionCheck, TokenAssignment, TokenReader {

    @Override
    public boolean isExpired(TokenSet tokens, Call call) {
        return Script.expiry.isExpired(tokens, call);
    }

    @Override
    public boolean isRejected(ServerAnswer answer, Call call) {
        return Script.rejection.isRejected(answer, call);
    }

    @Override
    public void assign(TokenSet tokens, ClientRequestContext request) {
        Script.assignment.assign(tokens, request);
    }

    @Override
    public @Nullable TokenSet read(ServerAnswer answer) {
        return Script.reader.read(answer);
    }
}
