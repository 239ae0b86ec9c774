package dev.tollgate.rest.call;

import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CompletionStage;

/** Puts the token where the application's bean says. */
final class OwnAssignment implements Assignment {

    private final TokenAssignment.Async bean;
    private final CallSite site;
    private volatile boolean put;

    OwnAssignment(TokenAssignment.Async bean, CallSite site) {
        this.bean = bean;
        this.site = site;
    }

    /** Nobody but the bean knows where to look. */
    @Override
    public boolean isTakenByTheCaller(ClientRequestContext request) {
        return false;
    }

    @Override
    public CompletionStage<?> put(TokenSet tokens, ClientRequestContext request) {
        put = true; // also if the bean fails after it has put it somewhere
        return site.<Object>ask(
                "TokenAssignment", () -> bean.assign(tokens, request).thenApply(any -> request));
    }

    /** The bean may take its time. */
    @Override
    public boolean canBeLate() {
        return false;
    }

    @Override
    public boolean hasPut() {
        return put;
    }

    /** Nobody but the bean can tell. */
    @Override
    public boolean isStillOn(ClientRequestContext request) {
        return put;
    }
}
