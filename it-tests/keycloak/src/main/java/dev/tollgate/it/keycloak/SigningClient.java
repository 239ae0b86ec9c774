package dev.tollgate.it.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The client {@code signing}, which shows that it is itself by what it signs: it has no secret. */
public final class SigningClient {

    private static final int BITS = 2048;

    private SigningClient() {}

    /** Makes its key pair: the private one goes to {@code file}, Keycloak learns the public one. */
    public static void register(KeycloakAdmin admin, Path file) {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString()) // Keycloak remembers keys by it
                    .keyUse(KeyUse.SIGNATURE) // Keycloak looks for no other
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            Files.writeString(file, key.toJSONString());
            admin.addClient(representation(new JWKSet(key.toPublicJWK())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject representation(JWKSet known) {
        JsonObject attributes = Json.createObjectBuilder()
                .add("use.jwks.string", "true")
                .add("jwks.string", known.toString())
                .build();
        return Json.createObjectBuilder()
                .add("clientId", "signing")
                .add("publicClient", false)
                .add("serviceAccountsEnabled", true)
                .add("standardFlowEnabled", false)
                .add("clientAuthenticatorType", "client-jwt")
                .add("attributes", attributes)
                .build();
    }
}
