package dev.tollgate.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What may be shown of a token: four bytes of a hash that is salted anew in each process. Two equal fingerprints of one
 * process mean the same token; nothing can be learned of the token itself, nor be compared across processes.
 */
public final class Fingerprint {

    private static final int SHOWN_BYTES = 4;
    private static final byte[] SALT = new SecureRandom().generateSeed(16);

    private final String hex;

    private Fingerprint(String hex) {
        this.hex = hex;
    }

    /** The fingerprint of {@code token}. */
    public static Fingerprint of(String token) {
        MessageDigest digest = sha256();
        digest.update(SALT);
        byte[] hash = digest.digest(token.getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(HexFormat.of().formatHex(hash, 0, SHOWN_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && hex.equals(that.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    /** Eight hexadecimal digits after a {@code #}. */
    @Override
    public String toString() {
        return "#" + hex;
    }
}
