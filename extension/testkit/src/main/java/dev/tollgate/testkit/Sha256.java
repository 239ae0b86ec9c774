package dev.tollgate.testkit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How keys, certificates and tokens are named where they themselves are not to be shown (RFC 7638, RFC 8705, RFC 9449). */
final class Sha256 {

    private Sha256() {}

    /** In the alphabet for URLs, without padding. */
    static String of(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
