package dev.tollgate.rest.wiring;

import dev.tollgate.rest.filter.CopiedBody;
import dev.tollgate.rest.filter.DepartureFilter;
import dev.tollgate.rest.filter.TokenRequestFilter;
import dev.tollgate.rest.filter.TokenResponseFilter;
import dev.tollgate.rest.realm.CallCarrier;
import dev.tollgate.rest.replay.Present;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/**
 * Puts the filters on every client, injected or built. A {@code RestClientListener} would be told the interface as well,
 * but RESTEasy keeps those in a static map that pins the class loader of the deployment.
 */
public final class TollgateBuilderListener implements RestClientBuilderListener {

    private static final Optional<CallCarrier> CARRIER = Present.of(CallCarrier.class);
    private static final Optional<RuntimeFilters> FILTERS = Present.of(RuntimeFilters.class);
    private static final String REGISTERED = "dev.tollgate.registered";

    @Override
    public void onNewBuilder(RestClientBuilder builder) {
        // not isRegistered(): what is registered is the container's proxy, of another class
        if (builder.getConfiguration().getProperty(REGISTERED) == null) {
            builder.property(REGISTERED, true);
            FILTERS.ifPresentOrElse(filters -> filters.register(builder), () -> registerPortable(builder));
        }
    }

    private static void registerPortable(RestClientBuilder builder) {
        MissingRuntime.tellOnce();
        builder.register(TokenRequestFilter.class, TokenRequestFilter.PRIORITY);
        builder.register(DepartureFilter.class, DepartureFilter.PRIORITY);
        builder.register(TokenResponseFilter.class, TokenResponseFilter.PRIORITY);
        builder.register(CopiedBody.class, CopiedBody.PRIORITY);
        CARRIER.ifPresentOrElse(carrier -> carrier.carry(builder), () -> builder.register(new AsyncCallContext()));
    }
}
