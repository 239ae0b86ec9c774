package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A DPoP proof (RFC 9449 §4.2) whose signature is that of the key which it names. Only ES256 is known. */
record Proof(Map<String, @Nullable Object> claims, String thumbprint) {

    /** @throws IllegalArgumentException if it is anything else */
    static Proof read(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        check(parts.length == 3, "is no signed JWT");
        Map<String, @Nullable Object> header = Json.read(text(parts[0]));
        check("dpop+jwt".equals(header.get("typ")), "typ is not dpop+jwt");
        check("ES256".equals(header.get("alg")), "alg is not ES256");
        Map<?, ?> jwk = header.get("jwk") instanceof Map<?, ?> key ? key : Map.of();
        check(!jwk.containsKey("d"), "jwk shows the private key");
        check("EC".equals(jwk.get("kty")) && "P-256".equals(jwk.get("crv")), "jwk is no P-256 key");
        String x = String.valueOf(jwk.get("x"));
        String y = String.valueOf(jwk.get("y"));
        check(isSignedBy(key(x, y), parts), "the signature is not that of jwk");
        return new Proof(Json.read(text(parts[1])), thumbprint(x, y));
    }

    Optional<String> text(Object claim) {
        return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean isOfAbout(long epochSecond, long seconds) {
        return claims.get("iat") instanceof Long issued && Math.abs(issued - epochSecond) <= seconds;
    }

    /** What stands for {@code token} in a proof. */
    static String hash(String token) {
        return encoded(sha256(token));
    }

    private static boolean isSignedBy(PublicKey key, String... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            return signature.verify(decoded(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey key(String x, String y) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(new BigInteger(1, decoded(x)), new BigInteger(1, decoded(y)));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("jwk is no usable key", e);
        }
    }

    /** RFC 7638: the members that count, in the order of their names. */
    private static String thumbprint(String x, String y) {
        return encoded(sha256("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String part) {
        return new String(decoded(part), UTF_8);
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
