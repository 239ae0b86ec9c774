package dev.tollgate.rest.wiring;

import dev.tollgate.rest.filter.CopiedBody;
import dev.tollgate.rest.filter.DepartureFilter;
import dev.tollgate.rest.filter.TokenRequestFilter;
import dev.tollgate.rest.filter.TokenResponseFilter;
import dev.tollgate.rest.realm.CallCarrier;
import dev.tollgate.rest.replay.Present;
import dev.tollgate.rest.replay.Replays;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/**
 * Puts the filters on every client, injected or built; where no adapter knows the REST client, only the one that refuses
 * the calls of a realm. A {@code RestClientListener} would be told the interface as well,
 * but RESTEasy keeps those in a static map that pins the class loader of the deployment.
 */
public final class TollgateBuilderListener implements RestClientBuilderListener {

    private static final Optional<CallCarrier> CARRIER = Present.of(CallCarrier.class);
    private static final Optional<RuntimeFilters> FILTERS = Present.of(RuntimeFilters.class);
    private static final boolean SUPPORTED = Replays.find().areThereAny();
    private static final String REGISTERED = "dev.tollgate.registered";

    @Override
    public void onNewBuilder(RestClientBuilder builder) {
        // not isRegistered(): what is registered is the container's proxy, of another class
        if (!hasSeen(builder)) {
            builder.property(REGISTERED, true);
            FILTERS.ifPresentOrElse(filters -> filters.register(builder), () -> registerPortable(builder));
        }
    }

    /** Whether {@code builder} was shown to this listener. */
    static boolean hasSeen(RestClientBuilder builder) {
        return builder.getConfiguration().getProperty(REGISTERED) != null;
    }

    private static void registerPortable(RestClientBuilder builder) {
        MissingRuntime.tellOnce();
        builder.register(TokenRequestFilter.class, TokenRequestFilter.PRIORITY);
        if (SUPPORTED) {
            builder.register(DepartureFilter.class, DepartureFilter.PRIORITY);
            builder.register(TokenResponseFilter.class, TokenResponseFilter.PRIORITY);
            builder.register(CopiedBody.class, CopiedBody.PRIORITY);
            CARRIER.ifPresentOrElse(carrier -> carrier.carry(builder), () -> builder.register(new AsyncCallContext()));
        } else if (TollgateExtension.mayHaveRealms()) {
            builder.register(new AsyncCallContext()); // whether a call is a guest's is asked on another thread
        }
    }
}
