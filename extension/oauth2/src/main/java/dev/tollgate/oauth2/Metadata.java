package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.as.AuthorizationServerEndpointMetadata;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an authorization server (RFC 8414 §2, OpenID Connect Discovery §3).
 *
 * @param methods how clients may authenticate themselves at the token endpoint; empty if that is not said
 */
record Metadata(
        Optional<URI> token,
        Optional<URI> revocation,
        Optional<URI> endSession,
        Optional<URI> introspection,
        List<String> methods) {

    static final Metadata NONE =
            new Metadata(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** @param certificate whether requests bear a certificate, for which there may be other endpoints (RFC 8705 §5) */
    static Metadata of(AuthorizationServerMetadata told, boolean certificate) {
        Optional<AuthorizationServerEndpointMetadata> aliases =
                Optional.<AuthorizationServerEndpointMetadata>ofNullable(told.getMtlsEndpointAliases())
                        .filter(any -> certificate);
        List<ClientAuthenticationMethod> methods = told.getTokenEndpointAuthMethods();
        return new Metadata(
                endpoint(aliases, told, AuthorizationServerEndpointMetadata::getTokenEndpointURI),
                endpoint(aliases, told, AuthorizationServerEndpointMetadata::getRevocationEndpointURI),
                Optional.ofNullable(told.getCustomURIParameter("end_session_endpoint")),
                endpoint(aliases, told, AuthorizationServerEndpointMetadata::getIntrospectionEndpointURI),
                methods == null
                        ? List.of()
                        : methods.stream()
                                .map(ClientAuthenticationMethod::getValue)
                                .toList());
    }

    private static Optional<URI> endpoint(
            Optional<AuthorizationServerEndpointMetadata> aliases,
            AuthorizationServerEndpointMetadata told,
            Function<AuthorizationServerEndpointMetadata, @Nullable URI> which) {
        return aliases.flatMap(found -> Optional.ofNullable(which.apply(found)))
                .or(() -> Optional.ofNullable(which.apply(told)));
    }
}
