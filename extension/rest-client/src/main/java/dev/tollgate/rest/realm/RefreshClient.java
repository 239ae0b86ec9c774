package dev.tollgate.rest.realm;

import dev.tollgate.rest.refresh.RefreshCall;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.client.Client;
import org.jspecify.annotations.Nullable;

/** A dependent bean of a client interface, and the REST client below it, which carries out one refresh at a time. */
final class RefreshClient {

    private final Instance.Handle<?> bean;
    private volatile @Nullable Client sender;

    RefreshClient(Instance.Handle<?> bean) {
        this.bean = bean;
    }

    Object bean() {
        return bean.get();
    }

    /** Whether it can carry out another refresh, after {@code refresh}. */
    boolean isGoodAfter(RefreshCall refresh) {
        sender = refresh.sender().orElse(sender);
        return refresh.answer().isPresent();
    }

    /** Whether somebody else has closed it. */
    boolean isClosed() {
        Client known = sender;
        try {
            return known == null || known.target("http://localhost") == null;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    void close() {
        bean.destroy();
        // with interceptors the bean is a proxy around the client, whose end RESTEasy does not pass on
        Client known = sender;
        if (known != null) {
            known.close();
        }
    }
}
