package dev.tollgate.rest.origin;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The one place that decides whether a realm's secrets may go to an address.
 *
 * @param realm the name of the realm, for messages
 * @param allowed origins beside those of the realm's clients
 * @param allowHttp whether they may go over networks in the clear
 */
public record OriginRule(String realm, Set<Origin> allowed, boolean allowHttp) {

    /**
     * Why {@code target} must not get a token.
     *
     * @param home where the client was built to send its requests; empty if that cannot be found out
     * @return empty if it may
     */
    public Optional<String> objectionTo(URI target, Optional<Origin> home) {
        Optional<Origin> origin = Origin.of(target);
        if (origin.isEmpty()) {
            return Optional.of("is no http or https address");
        }
        if (!allowHttp && !origin.get().isPrivate()) {
            return Optional.of(origin.get() + " is neither https nor a loopback address; where the network can be"
                    + " trusted, set tollgate." + realm + ".allow-http=true");
        }
        boolean known = origin.equals(home) || allowed.contains(origin.get());
        return known ? Optional.empty() : Optional.of(objectionTo(origin.get(), home));
    }

    private String objectionTo(Origin target, Optional<Origin> home) {
        String named = "tollgate." + realm + ".allowed-origins names " + (allowed.isEmpty() ? "none" : allowed);
        return home.map(known ->
                        target + " is not an origin of the realm: its clients go to " + known + ", and " + named)
                .orElseGet(() -> "this REST client does not reveal where it was built to send its requests, and "
                        + named + ": add " + target + " there if the realm's tokens may go to it");
    }
}
