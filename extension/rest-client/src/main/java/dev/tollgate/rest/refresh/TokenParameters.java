package dev.tollgate.rest.refresh;

import dev.tollgate.rest.refresh.RefreshMethod.Argument;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The parameters of a refresh request (RFC 6749 §6, §2.3.1) and where their values come from.
 *
 * @param clientId the application's {@code client_id}, if it is configured
 * @param clientSecret its {@code client_secret}
 * @param scope the {@code scope} to ask for; else that of the current tokens
 * @param missing is told which value is asked for but not configured
 */
public record TokenParameters(
        Optional<String> clientId, Optional<String> clientSecret, Optional<String> scope, Consumer<String> missing) {

    /** What to pass for the parameter called {@code name}; empty if there is no such parameter. */
    Optional<Argument> named(String name) {
        return switch (name) {
            case "refresh_token" ->
                Optional.of(current -> current.refreshToken().orElse(null));
            case "grant_type" -> Optional.of(current -> "refresh_token");
            case "client_id" -> configured(clientId, "client-id");
            case "client_secret" -> configured(clientSecret, "client-secret");
            case "scope" -> Optional.of(current -> scope.or(current::scope).orElse(null));
            default -> Optional.empty();
        };
    }

    /** The same where leaving it out is no mistake. */
    Optional<Argument> known(String name) {
        return new TokenParameters(clientId, clientSecret, scope, key -> {}).named(name);
    }

    private Optional<Argument> configured(Optional<String> value, String key) {
        if (value.isEmpty()) {
            missing.accept(key);
        }
        return Optional.of(current -> value.orElse(null));
    }

    @Override
    public String toString() {
        return "TokenParameters";
    }
}
