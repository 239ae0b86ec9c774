package dev.tollgate.rest.realm;

import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.refresh.RefreshMethodSource;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The client's bean, called on a thread of the gate, which has no request context of its own. */
final class InjectedClient implements RefreshMethodSource.ClientBean {

    private final Class<?> client;

    InjectedClient(Class<?> client) {
        this.client = client;
    }

    @Override
    public @Nullable Object with(RefreshCall refresh, RefreshMethodSource.Call call) throws Throwable {
        RequestContextController context =
                CDI.current().select(RequestContextController.class).get();
        boolean activated = context.activate();
        try (CallContext.Restore ignored = CallContext.enter(refresh)) {
            return call.on(CDI.current().select(client, RestClient.LITERAL).get());
        } finally {
            if (activated) {
                context.deactivate();
            }
        }
    }
}
