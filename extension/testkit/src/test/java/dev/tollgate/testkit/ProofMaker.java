package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes DPoP proofs, good ones or as wrong as a test wants them. */
final class ProofMaker {

    private final KeyPair named = keys();
    private KeyPair signing = named;
    private final Map<String, Object> header = new LinkedHashMap<>(Map.of("typ", "dpop+jwt", "alg", "ES256"));
    private final Map<String, Object> claims = new LinkedHashMap<>();

    ProofMaker(String method, String address) {
        claims.put("htm", method);
        claims.put("htu", address);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        ECPublicKey key = (ECPublicKey) named.getPublic();
        header.put(
                "jwk",
                Map.of(
                        "kty",
                        "EC",
                        "crv",
                        "P-256",
                        "x",
                        coordinate(key.getW().getAffineX().toByteArray()),
                        "y",
                        coordinate(key.getW().getAffineY().toByteArray())));
    }

    ProofMaker forToken(String token) {
        return claim("ath", Proof.hash(token));
    }

    ProofMaker claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    ProofMaker header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    /** The same key for another request. */
    ProofMaker next(String method, String address) {
        ProofMaker next = new ProofMaker(method, address);
        next.header.putAll(header);
        next.signing = signing;
        return next;
    }

    ProofMaker signedByAnother() {
        signing = keys();
        return this;
    }

    String jwt() {
        String signed = encoded(Json.write(header).getBytes(UTF_8)) + "."
                + encoded(Json.write(claims).getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(signing.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 bytes, whatever sign or leading zeros a big integer has. */
    private static String coordinate(byte[] number) {
        byte[] bytes = new byte[32];
        int length = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        return encoded(Arrays.copyOf(bytes, bytes.length));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
