package dev.tollgate.oauth2;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an authorization server (RFC 8414 §2, OpenID Connect Discovery §3).
 *
 * @param methods how clients may authenticate themselves at the token endpoint; empty if that is not said
 * @param algorithms how they may sign their assertions; empty if that is not said
 */
record Metadata(
        Optional<URI> token,
        Optional<URI> revocation,
        Optional<URI> endSession,
        Optional<URI> introspection,
        List<String> methods,
        List<String> algorithms) {

    static final Metadata NONE =
            new Metadata(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /**
     * What {@code told} says of it. Nothing else is looked at: servers fill in what nobody uses with whatever they like.
     *
     * @param certificate whether requests bear a certificate, for which there may be other endpoints (RFC 8705 §5)
     */
    static Metadata of(Map<String, ?> told, boolean certificate) {
        Map<?, ?> aliases =
                certificate && told.get("mtls_endpoint_aliases") instanceof Map<?, ?> named ? named : Map.of();
        return new Metadata(
                endpoint("token_endpoint", aliases, told),
                endpoint("revocation_endpoint", aliases, told),
                endpoint("end_session_endpoint", Map.of(), told),
                endpoint("introspection_endpoint", aliases, told),
                texts(told.get("token_endpoint_auth_methods_supported")),
                texts(told.get("token_endpoint_auth_signing_alg_values_supported")));
    }

    private static Optional<URI> endpoint(String name, Map<?, ?> aliases, Map<String, ?> told) {
        return address(aliases.get(name)).or(() -> address(told.get(name)));
    }

    /** What is no address counts as missing. */
    private static Optional<URI> address(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Addresses.uri(text.strip()) : Optional.empty();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> !text.isBlank())
                        .toList()
                : List.of();
    }
}
