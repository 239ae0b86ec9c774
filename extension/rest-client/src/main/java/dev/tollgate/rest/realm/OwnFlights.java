package dev.tollgate.rest.realm;

import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.OwnFlight;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.source.Trigger;
import java.time.Instant;
import java.util.Optional;

/** Refreshes that the application carries out itself. */
public final class OwnFlights {

    private OwnFlights() {}

    /**
     * Makes what {@code refresh} is about to do the flight of {@code gate}.
     *
     * @throws TokenUnavailableException if one is under way; the message names the façade
     */
    public static OwnFlight open(String realm, TokenGate gate, Trigger refresh) {
        return opened(gate, refresh)
                .orElseThrow(() -> new TokenUnavailableException(
                        "realm '" + realm + "' is being refreshed already, and a refresh token may be used once only:"
                                + " instead of " + refresh.describe() + " call Tollgate.realm(\"" + realm
                                + "\").refresh()",
                        null,
                        Instant.now()));
    }

    private static Optional<OwnFlight> opened(TokenGate gate, Trigger refresh) {
        try {
            return gate.open(refresh);
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }
}
