package dev.tollgate.rest.wiring;

import dev.tollgate.rest.replay.Replays;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;

/**
 * The REST client of this application.
 *
 * @param name the class that makes its builders
 * @param isSupported whether there is an adapter that links
 * @param hasAskedForFilters whether a builder of it was shown to {@link TollgateBuilderListener}
 */
record RestClientHere(String name, boolean isSupported, boolean hasAskedForFilters) {

    /** Its injected clients come from builders that listeners see. */
    private static final String JERSEY = "org.glassfish.jersey.";

    /** Empty if there is none: no client can be injected then. */
    static Optional<RestClientHere> find() {
        return resolver()
                .map(found -> new RestClientHere(
                        found.getClass().getName(),
                        Replays.find().areThereAny(),
                        TollgateBuilderListener.hasSeen(RestClientBuilder.newBuilder())));
    }

    private static Optional<RestClientBuilderResolver> resolver() {
        try {
            return Optional.of(RestClientBuilderResolver.instance());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    boolean isRefusedAtItsFirstCall() {
        return name.startsWith(JERSEY);
    }
}
