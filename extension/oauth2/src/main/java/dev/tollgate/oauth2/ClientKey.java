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
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key with which a client signs its assertions (RFC 7523 §2.2). Never shown.
 *
 * @param open whether the server may choose another algorithm, since nothing says that it is this one
 * @param id the {@code kid} by which the server knows it, if the file says it
 */
record ClientKey(PrivateKey key, JWSAlgorithm algorithm, boolean open, Optional<String> id) {

    private static final int LEAST_BITS = 2048;
    private static final String ENCRYPTED = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    private static final String BEGIN_RSA = "-----BEGIN RSA PRIVATE KEY-----";
    private static final String END_RSA = "-----END RSA PRIVATE KEY-----";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** Reads a JSON Web Key, or PKCS #8 or PKCS #1 in PEM; anew for each use, so that it can be replaced. */
    static ClientKey read(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file).trim();
        ClientKey read = text.startsWith("{") ? ofJwk(text) : ofPem(text);
        if (read.key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_BITS) {
            throw new GeneralSecurityException(
                    "has an RSA key of " + rsa.getModulus().bitLength() + " bits: RFC 7518 section 3.3 asks for "
                            + LEAST_BITS + " at least");
        }
        return read;
    }

    /** Why {@code file} has no key that can be used; empty if it has one. */
    static Optional<String> objectionTo(Path file) {
        try {
            read(file);
            return Optional.empty();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // of the latter not what it says: that may be of the key
            String why = e instanceof GeneralSecurityException ? String.valueOf(e.getMessage()) : "cannot be read";
            return Optional.of("must be a private key, but " + file + " " + why);
        }
    }

    /** As the server wants it, where the key leaves that open: an RSA key is good for RS256, PS256 and others. */
    JWSAlgorithm algorithmAmong(List<String> offered) {
        if (!open || offered.contains(algorithm.getName()) || key instanceof ECPrivateKey) {
            return algorithm;
        }
        return Stream.of(
                        JWSAlgorithm.PS256,
                        JWSAlgorithm.RS384,
                        JWSAlgorithm.PS384,
                        JWSAlgorithm.RS512,
                        JWSAlgorithm.PS512)
                .filter(good -> offered.contains(good.getName()))
                .findFirst()
                .orElse(algorithm);
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
            Optional<JWSAlgorithm> told = told(jwk);
            return new ClientKey(
                    key, told.orElseGet(() -> algorithmOf(key)), told.isEmpty(), Optional.ofNullable(jwk.getKeyID()));
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
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(encoded(text));
        PrivateKey key = List.of("RSA", "EC").stream()
                .flatMap(kind -> decoded(kind, encoded).stream())
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("is neither an RSA nor an EC key"));
        return new ClientKey(key, algorithmOf(key), true, Optional.empty());
    }

    private static byte[] encoded(String text) throws GeneralSecurityException {
        if (text.contains(ENCRYPTED)) {
            throw new GeneralSecurityException(
                    "is encrypted: write it in the clear, for instance by openssl pkcs8 -topk8"
                            + " -nocrypt, and let only the application read it");
        }
        return text.contains(BEGIN_RSA) ? Pkcs1.toPkcs8(decoded(text, BEGIN_RSA, END_RSA)) : decoded(text, BEGIN, END);
    }

    private static byte[] decoded(String text, String first, String last) throws GeneralSecurityException {
        int begin = text.indexOf(first);
        int end = text.indexOf(last);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException("has no \"" + first + "\": write the key as PKCS #8, for instance by"
                    + " openssl pkcs8 -topk8 -nocrypt");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(begin + first.length(), end));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("is no PEM: it has characters that are no Base64");
        }
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
