package dev.tollgate.rest.call;

import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CompletionStage;

/** Puts the token where the application's bean says. */
final class OwnAssignment implements Assignment {

    private final TokenAssignment.Async bean;
    private final CallSite site;
    private boolean put;

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
        return site.<Object>ask(
                        "TokenAssignment", () -> bean.assign(tokens, request).thenApply(any -> request))
                .thenAccept(any -> put = true);
    }

    /** The bean may take its time. */
    @Override
    public boolean canBeLate() {
        return false;
    }

    @Override
    public boolean isStillOn(ClientRequestContext request) {
        return put;
    }
}
