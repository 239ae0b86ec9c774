package dev.tollgate.rest.realm;

import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.rest.refresh.RefreshMethodSource;
import dev.tollgate.source.TokenRequest;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The client's bean. */
final class InjectedClient implements RefreshMethodSource.ClientBean {

    private final Class<?> client;

    InjectedClient(Class<?> client) {
        this.client = client;
    }

    @Override
    public @Nullable Object with(RefreshCall refresh, TokenRequest request, RefreshMethodSource.Call call)
            throws Throwable {
        try (CallContext.Restore ignored =
                CallContext.current().refreshing(refresh).enter()) {
            return call.on(CDI.current().select(client, RestClient.LITERAL).get());
        }
    }
}
