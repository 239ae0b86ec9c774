package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A DPoP proof (RFC 9449 §4.2) whose signature is that of the key which it names. Only ES256 is known. */
record Proof(Jwt jwt, String thumbprint) {

    /** @throws IllegalArgumentException if it is anything else */
    static Proof read(String text) {
        Jwt jwt = Jwt.parse(text);
        check("dpop+jwt".equals(jwt.header("typ")), "typ is not dpop+jwt");
        check("ES256".equals(jwt.header("alg")), "alg is not ES256");
        Map<?, ?> jwk = jwt.header("jwk") instanceof Map<?, ?> key ? key : Map.of();
        check(!jwk.containsKey("d"), "jwk shows the private key");
        check("EC".equals(jwk.get("kty")) && "P-256".equals(jwk.get("crv")), "jwk is no P-256 key");
        String x = String.valueOf(jwk.get("x"));
        String y = String.valueOf(jwk.get("y"));
        check(jwt.isSignedBy(key(x, y)), "the signature is not that of jwk");
        return new Proof(jwt, thumbprint(x, y));
    }

    Optional<String> text(String claim) {
        return jwt.text(claim);
    }

    boolean isOfAbout(long epochSecond, long seconds) {
        return jwt.number("iat")
                .filter(issued -> Math.abs(issued - epochSecond) <= seconds)
                .isPresent();
    }

    /** What stands for {@code token} in a proof. */
    static String hash(String token) {
        return Sha256.of(token.getBytes(UTF_8));
    }

    private static PublicKey key(String x, String y) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(coordinate(x), coordinate(y));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("jwk is no usable key", e);
        }
    }

    private static BigInteger coordinate(String encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
    }

    /** RFC 7638: the members that count, in the order of their names. */
    private static String thumbprint(String x, String y) {
        String members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
        return Sha256.of(members.getBytes(UTF_8));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
