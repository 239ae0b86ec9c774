package dev.tollgate.oauth2;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.tollgate.oauth2.OAuth2Settings.Client;
import dev.tollgate.source.TokenFailure;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Says who asks. An assertion is made anew for each request, with an id of its own (RFC 7523 §3). */
final class Authenticator {

    private final Client client;

    Authenticator(Client client) {
        this.client = client;
    }

    ClientID id() {
        return new ClientID(client.id());
    }

    /**
     * What to put into one request.
     *
     * @param metadata what the server says of itself
     * @param audience whom an assertion is for, unless that is configured
     * @return empty for a client that only names itself
     */
    Optional<ClientAuthentication> authentication(Metadata metadata, URI audience) {
        try {
            return Optional.ofNullable(
                    made(chosen(metadata.methods()), client.audience().orElse(audience), metadata.algorithms()));
        } catch (IOException | GeneralSecurityException | JOSEException e) {
            // the cause may show the key
            throw new TokenFailure.Configuration(
                    client + " can not authenticate itself, client-key or client-secret: " + e.getMessage());
        } catch (IllegalArgumentException | IllegalStateException e) {
            // nothing has been sent; what it says may be of the key
            throw new TokenFailure.Configuration(client
                    + " can not authenticate itself, client-key or client-secret: cannot be used for it ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private @Nullable ClientAuthentication made(AuthenticationMethod method, URI audience, List<String> algorithms)
            throws IOException, GeneralSecurityException, JOSEException {
        return switch (method) {
            case CLIENT_SECRET_BASIC -> new ClientSecretBasic(id(), secret());
            case CLIENT_SECRET_POST -> new ClientSecretPost(id(), secret());
            case CLIENT_SECRET_JWT -> new ClientSecretJWT(id(), audience, JWSAlgorithm.HS256, secret());
            case PRIVATE_KEY_JWT -> signed(audience, algorithms);
            // both only name the client: the connection has shown its certificate
            case TLS_CLIENT_AUTH, SELF_SIGNED_TLS_CLIENT_AUTH ->
                new PKITLSClientAuthentication(id(), (SSLSocketFactory) SSLSocketFactory.getDefault());
            case NONE -> null;
        };
    }

    private PrivateKeyJWT signed(URI audience, List<String> algorithms)
            throws IOException, GeneralSecurityException, JOSEException {
        ClientKey key = ClientKey.read(client.key().orElseThrow());
        String id = client.keyId().or(key::id).orElse(null);
        return new PrivateKeyJWT(id(), audience, key.algorithmAmong(algorithms), key.key(), id, null);
    }

    private Secret secret() {
        return new Secret(client.secret().orElse(""));
    }

    /** By what there is to authenticate with; the server's metadata choose among the ways to use a secret. */
    AuthenticationMethod chosen(List<String> offered) {
        if (client.method().isPresent()) {
            return client.method().get();
        }
        if (client.key().isPresent()) {
            return AuthenticationMethod.PRIVATE_KEY_JWT;
        }
        if (client.secret().isEmpty()) {
            return client.hasCertificate() ? AuthenticationMethod.TLS_CLIENT_AUTH : AuthenticationMethod.NONE;
        }
        return List.of(
                        AuthenticationMethod.CLIENT_SECRET_BASIC,
                        AuthenticationMethod.CLIENT_SECRET_POST,
                        AuthenticationMethod.CLIENT_SECRET_JWT)
                .stream()
                .filter(method -> offered.contains(method.written()))
                .findFirst()
                .orElse(AuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
