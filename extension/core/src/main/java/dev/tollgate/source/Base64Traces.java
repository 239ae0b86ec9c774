package dev.tollgate.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a secret looks like inside of Base64, wherever in it the secret begins: HTTP Basic encodes the client's name with it
 * (RFC 7617), and OAuth both as in forms before (RFC 6749 section 2.3.1).
 */
final class Base64Traces {

    /** Shorter ones look like much that is harmless. */
    private static final int SHORTEST = 6;

    private static final String OTHERS = "+/-_";

    private Base64Traces() {}

    static Stream<String> of(String secret) {
        return secret.length() < SHORTEST
                ? Stream.empty()
                : Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8))
                        .distinct()
                        .flatMap(Base64Traces::encoded)
                        .distinct();
    }

    private static Stream<String> encoded(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(Base64.Encoder::withoutPadding)
                .flatMap(encoder -> IntStream.range(0, 3).mapToObj(before -> encoded(bytes, before, encoder)));
    }

    /** Only the characters that are the secret's alone: the first and the last may depend on what is beside it. */
    private static String encoded(byte[] secret, int before, Base64.Encoder encoder) {
        byte[] padded = new byte[before + secret.length];
        System.arraycopy(secret, 0, padded, before, secret.length);
        String encoded = encoder.encodeToString(padded);
        int whole = padded.length * 8 / 6;
        return encoded.substring((before * 8 + 5) / 6, whole);
    }

    /** Where the Base64 begins that has a trace at {@code from}. */
    static int start(String text, int from) {
        int start = from;
        while (start > 0 && isBase64(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where it ends. */
    static int end(String text, int to) {
        int end = to;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBase64(char part) {
        return (part < 128 && Character.isLetterOrDigit(part)) || OTHERS.indexOf(part) >= 0;
    }
}
