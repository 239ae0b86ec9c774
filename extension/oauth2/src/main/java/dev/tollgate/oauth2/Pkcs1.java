package dev.tollgate.oauth2;

import java.io.ByteArrayOutputStream;

/** Puts an RSA key as OpenSSL has long written it (RFC 8017 appendix A.1.2) into the form that the JDK reads. */
final class Pkcs1 {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    /** The version 0, and rsaEncryption without parameters (RFC 5958 §2). */
    private static final byte[] HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private static final int SHORT_FORM = 0x80;

    private Pkcs1() {}

    static byte[] toPkcs8(byte[] key) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(HEAD);
        content.writeBytes(tagged(OCTET_STRING, key));
        return tagged(SEQUENCE, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (content.length < SHORT_FORM) {
            der.write(content.length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            der.write(SHORT_FORM | bytes);
            for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
                der.write(content.length >> shift);
            }
        }
        der.writeBytes(content);
        return der.toByteArray();
    }
}
