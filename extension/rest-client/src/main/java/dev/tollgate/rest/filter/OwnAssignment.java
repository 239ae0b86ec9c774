package dev.tollgate.rest.filter;

import dev.tollgate.rest.realm.Stages;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;

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
    public void put(TokenSet tokens, ClientRequestContext request) {
        Stages.await(
                "the TokenAssignment for " + site.describe(),
                site.inRealm().patience(),
                () -> bean.assign(tokens, request));
        put = true;
    }

    @Override
    public boolean isStillOn(ClientRequestContext request) {
        return put;
    }
}
