package dev.tollgate.quarkus.filter;

import dev.tollgate.rest.realm.CallContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Remembers the context of the caller: a filter may go on on another thread before the token is put on. */
@Singleton
@Priority(Integer.MIN_VALUE)
public class CallerFilter implements ResteasyReactiveClientRequestFilter {

    /** The request property under which the context of the caller travels. */
    static final String CALLER = "dev.tollgate.caller";

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        request.setProperty(CALLER, CallContext.capture());
    }
}
