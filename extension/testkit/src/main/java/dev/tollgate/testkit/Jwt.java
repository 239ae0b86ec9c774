package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A signed JSON Web Token (RFC 7515, RFC 7519) that somebody has sent. Nothing in it is true before it is verified. */
final class Jwt {

    private static final Map<String, String> SIGNATURES = Map.of(
            "RS256", "SHA256withRSA",
            "RS384", "SHA384withRSA",
            "RS512", "SHA512withRSA",
            "ES256", "SHA256withECDSAinP1363Format",
            "ES384", "SHA384withECDSAinP1363Format",
            "ES512", "SHA512withECDSAinP1363Format");

    private final Map<String, @Nullable Object> header;
    private final Map<String, @Nullable Object> claims;
    private final byte[] signed;
    private final byte[] signature;

    private Jwt(
            Map<String, @Nullable Object> header,
            Map<String, @Nullable Object> claims,
            byte[] signed,
            byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** @throws IllegalArgumentException if {@code text} is none */
    static Jwt parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a signed JSON Web Token");
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return new Jwt(
                Json.read(new String(decoder.decode(parts[0]), UTF_8)),
                Json.read(new String(decoder.decode(parts[1]), UTF_8)),
                text.substring(0, text.lastIndexOf('.')).getBytes(US_ASCII),
                decoder.decode(parts[2]));
    }

    /** Whether the owner of {@code key} has signed it. */
    boolean isSignedBy(PublicKey key) {
        String name = SIGNATURES.get(String.valueOf(header.get("alg")));
        if (name == null) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(name);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether somebody who knows {@code secret} has signed it. */
    boolean isSignedWith(String secret) {
        if (!"HS256".equals(header.get("alg"))) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal(signed), signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Nullable
    Object header(String name) {
        return header.get(name);
    }

    Optional<Long> number(String claim) {
        return claims.get(claim) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    Optional<String> text(String claim) {
        return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    List<String> audience() {
        Object audience = claims.get("aud");
        return audience instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : text("aud").stream().toList();
    }

    /** Whether it says until when it is good, and that is to come. */
    boolean isCurrent(Instant now) {
        return number("exp").filter(expires -> now.getEpochSecond() < expires).isPresent();
    }
}
