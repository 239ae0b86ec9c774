package dev.tollgate.oauth2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Turns the bytes of an answer into text: unpacked, although that was not asked for, and without a byte order mark. */
final class AnswerText {

    private static final String MARK = "\uFEFF";
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final Pattern FORM = Pattern.compile("[a-z_]{5}");

    private AnswerText() {}

    /**
     * The text of {@code body}.
     *
     * @param coding the header Content-Encoding (RFC 9110 §8.4)
     * @throws IOException if it cannot be unpacked, or is longer than any answer of an authorization server then
     */
    static String of(byte[] body, Optional<String> coding) throws IOException {
        byte[] plain = body;
        String[] codings = coding.orElse("").toLowerCase(Locale.ROOT).split(",", -1);
        for (int last = codings.length - 1; last >= 0; last--) {
            plain = unpacked(plain, codings[last].strip());
        }
        String text = new String(plain, charset(plain));
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static byte[] unpacked(byte[] body, String coding) throws IOException {
        return switch (coding) {
            case "", "identity" -> body;
            // some proxies unpack a body, and leave the header
            case "gzip", "x-gzip" -> isGzip(body) ? bounded(new GZIPInputStream(new ByteArrayInputStream(body))) : body;
            case "deflate" -> isText(body) ? body : bounded(new InflaterInputStream(new ByteArrayInputStream(body)));
            default -> plain(body);
        };
    }

    /** Some servers write the character set there, or a word that means nothing. */
    private static byte[] plain(byte[] body) throws IOException {
        if (!isText(body)) {
            throw new IOException("the answer has a content coding that was not asked for");
        }
        return body;
    }

    /** Whether it begins as JSON and forms do, and no packed body does. */
    private static boolean isText(byte[] body) {
        String begin = new String(body, 0, Math.min(body.length, 16), StandardCharsets.ISO_8859_1).strip();
        return begin.isEmpty()
                || begin.startsWith("\u00ef\u00bb\u00bf")
                || "{[\"<".indexOf(begin.charAt(0)) >= 0
                || FORM.matcher(begin).lookingAt();
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) == GZIP_MAGIC;
    }

    private static byte[] bounded(InputStream packed) throws IOException {
        byte[] plain = packed.readNBytes(BoundedBody.MOST_BYTES + 1);
        if (plain.length > BoundedBody.MOST_BYTES) {
            throw BoundedBody.tooLong();
        }
        return plain;
    }

    private static Charset charset(byte[] text) {
        int mark = text.length < 2 ? 0 : (text[0] & 0xff) << 8 | (text[1] & 0xff);
        return switch (mark) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
