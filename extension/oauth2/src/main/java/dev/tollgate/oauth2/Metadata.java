package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.URI;
import java.util.List;
import java.util.Optional;

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
        Optional<URI> alias = Optional.ofNullable(told.getMtlsEndpointAliases())
                .filter(aliases -> certificate)
                .flatMap(aliases -> Optional.ofNullable(aliases.getTokenEndpointURI()));
        List<ClientAuthenticationMethod> methods = told.getTokenEndpointAuthMethods();
        return new Metadata(
                alias.or(() -> Optional.ofNullable(told.getTokenEndpointURI())),
                Optional.ofNullable(told.getRevocationEndpointURI()),
                Optional.ofNullable(told.getCustomURIParameter("end_session_endpoint")),
                Optional.ofNullable(told.getIntrospectionEndpointURI()),
                methods == null
                        ? List.of()
                        : methods.stream()
                                .map(ClientAuthenticationMethod::getValue)
                                .toList());
    }
}
