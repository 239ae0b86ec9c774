package dev.tollgate.it.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import java.net.URI;
import java.util.Map;

/** Asks for tokens by hand, as a public client on behalf of users, or as {@code orders} on its own. */
public record TokenEndpoint(URI uri, String client) {

    /** The tokens of a user. */
    public Answer signIn(String username, String password) {
        return Http.post(uri, passwordOf(username, password));
    }

    /** The tokens of a user, bound to {@code key} (RFC 9449). */
    public Answer signIn(String username, String password, ECKey key) {
        return Http.post(uri, passwordOf(username, password), Map.of("DPoP", proof(key)));
    }

    private Map<String, String> passwordOf(String username, String password) {
        return Map.of("grant_type", "password", "client_id", client, "username", username, "password", password);
    }

    private String proof(ECKey key) {
        try {
            return new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                    .createDPoPJWT("POST", uri)
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("no key that can sign", e);
        }
    }

    Answer refresh(String refreshToken) {
        return Http.post(
                uri, Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken));
    }

    /** The answer to a revocation (RFC 7009) of a refresh token. */
    Answer revoke(String refreshToken) {
        return Http.post(beside("revoke"), Map.of("client_id", client, "token", refreshToken));
    }

    /** The answer to a logout with a refresh token, as Keycloak takes it from clients. */
    Answer logout(String refreshToken) {
        return Http.post(beside("logout"), Map.of("client_id", client, "refresh_token", refreshToken));
    }

    private URI beside(String endpoint) {
        return uri.resolve(endpoint);
    }

    Answer clientCredentials() {
        return Http.post(
                uri,
                Map.of("grant_type", "client_credentials", "client_id", "orders", "client_secret", "orders-secret"));
    }
}
