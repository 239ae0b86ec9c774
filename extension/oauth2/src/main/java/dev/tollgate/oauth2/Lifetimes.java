package dev.tollgate.oauth2;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long tokens live of which neither their answer nor they themselves say it. */
final class Lifetimes {

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    private final OAuth2Settings settings;
    private final TokenEndpoint endpoint;
    private final TimeSource time;

    Lifetimes(OAuth2Settings settings, TokenEndpoint endpoint, TimeSource time) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.time = time;
    }

    /** {@code tokens} with a lifetime, if there is any. */
    TokenSet complete(TokenSet tokens, Deadline deadline) {
        if (tokens.expiresIn().isPresent()) {
            return tokens;
        }
        @Nullable
        Duration lifetime =
                introspected(tokens, deadline).or(settings::tokenLifetime).orElse(null);
        return tokens.toBuilder().expiresIn(lifetime).build();
    }

    /**
     * The tokens are here already, and would be lost with an attempt that takes too long or fails: so half of the time
     * that is left has to do, and a failure is only logged.
     */
    private Optional<Duration> introspected(TokenSet tokens, Deadline deadline) {
        if (!settings.introspection()) {
            return Optional.empty();
        }
        try {
            return endpoint.lifetime(
                    tokens.accessToken(), Deadline.in(deadline.remaining().dividedBy(2), time));
        } catch (TokenFailure e) {
            LOG.log(
                    Level.WARNING,
                    "realm '" + settings.realm() + "': nobody knows how long the token lives, introspection failed",
                    e);
            return Optional.empty();
        }
    }
}
