package dev.tollgate.oauth2;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The key with which a client signs its assertions (RFC 7523 §2.2). Never shown.
 *
 * @param id the {@code kid} by which the server knows it, if the file says it
 */
record ClientKey(PrivateKey key, JWSAlgorithm algorithm, Optional<String> id) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** Reads a JSON Web Key, or PKCS #8 in PEM; anew for each use, so that it can be replaced. */
    static ClientKey read(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file).trim();
        return text.startsWith("{") ? ofJwk(text) : ofPem(text);
    }

    private static ClientKey ofJwk(String json) throws GeneralSecurityException {
        try {
            JWK jwk = JWK.parse(json);
            if (!jwk.isPrivate()) {
                throw new GeneralSecurityException("the JSON Web Key is not a private one");
            }
            PrivateKey key = jwk instanceof ECKey curved
                    ? curved.toPrivateKey()
                    : jwk.toRSAKey().toPrivateKey();
            return new ClientKey(key, told(jwk).orElseGet(() -> algorithmOf(key)), Optional.ofNullable(jwk.getKeyID()));
        } catch (ParseException | JOSEException | ClassCastException e) {
            throw new GeneralSecurityException("is no usable JSON Web Key", e);
        }
    }

    /** What the key itself says that it is for ({@code alg}, RFC 7517 §4.4), where it is good for that. */
    private static Optional<JWSAlgorithm> told(JWK jwk) {
        JWSAlgorithm.Family good = jwk instanceof ECKey ? JWSAlgorithm.Family.EC : JWSAlgorithm.Family.RSA;
        return Optional.ofNullable(jwk.getAlgorithm())
                .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
                .filter(good::contains);
    }

    private static ClientKey ofPem(String text) throws GeneralSecurityException {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException("has no \"" + BEGIN + "\": write the key as PKCS #8, for instance by"
                    + " openssl pkcs8 -topk8 -nocrypt");
        }
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
        PrivateKey key = List.of("RSA", "EC").stream()
                .flatMap(kind -> decoded(kind, encoded).stream())
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("is neither an RSA nor an EC key"));
        return new ClientKey(key, algorithmOf(key), Optional.empty());
    }

    /** Empty if it is of another kind. */
    private static Optional<PrivateKey> decoded(String kind, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePrivate(encoded));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static JWSAlgorithm algorithmOf(PrivateKey key) {
        if (!(key instanceof ECPrivateKey curved)) {
            return JWSAlgorithm.RS256;
        }
        Curve curve = Curve.forECParameterSpec(curved.getParams());
        if (Curve.P_384.equals(curve)) {
            return JWSAlgorithm.ES384;
        }
        return Curve.P_521.equals(curve) ? JWSAlgorithm.ES512 : JWSAlgorithm.ES256;
    }

    @Override
    public String toString() {
        return "ClientKey";
    }
}
