package dev.tollgate.rest.filter;

import dev.tollgate.rest.realm.Stages;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import java.time.Duration;

/** Puts the token where the application's bean says. */
final class OwnAssignment implements Assignment {

    private final TokenAssignment.Async bean;
    private final Duration patience;
    private boolean put;

    OwnAssignment(TokenAssignment.Async bean, Duration patience) {
        this.bean = bean;
        this.patience = patience;
    }

    /** Nobody but the bean knows where to look. */
    @Override
    public boolean isTakenByTheCaller(ClientRequestContext request) {
        return false;
    }

    @Override
    public void put(TokenSet tokens, ClientRequestContext request) {
        Stages.await("the TokenAssignment", patience, () -> bean.assign(tokens, request));
        put = true;
    }

    @Override
    public boolean isStillOn(ClientRequestContext request) {
        return put;
    }
}
