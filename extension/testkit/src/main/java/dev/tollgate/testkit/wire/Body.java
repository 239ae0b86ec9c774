package dev.tollgate.testkit.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies message bodies, framing and all, as their heads say that they are framed (RFC 9112 §6.3). */
final class Body {

    private static final int PORTION = 8192;

    private Body() {}

    /** A request without a length has no body. */
    static void copyOfRequest(Head head, InputStream from, OutputStream to) throws IOException {
        if (head.says("Transfer-Encoding", "chunked")) {
            copyChunks(from, to);
        } else {
            copy(length(head), from, to);
        }
    }

    /** An answer without a length ends with its connection. */
    static void copyOfAnswer(Head head, InputStream from, OutputStream to) throws IOException {
        if (head.says("Transfer-Encoding", "chunked")) {
            copyChunks(from, to);
        } else if (isDelimited(head)) {
            copy(length(head), from, to);
        } else {
            from.transferTo(to);
        }
    }

    /** Whether one can tell the end of an answer before its connection ends. */
    static boolean isDelimited(Head answer) {
        return answer.says("Transfer-Encoding", "chunked")
                || answer.header("Content-Length").isPresent()
                || hasNone(answer);
    }

    static boolean hasNone(Head answer) {
        return answer.secondWord().equals("204") || answer.secondWord().equals("304");
    }

    private static long length(Head head) {
        return head.header("Content-Length").map(Long::parseLong).orElse(0L);
    }

    private static void copyChunks(InputStream from, OutputStream to) throws IOException {
        long size;
        do {
            String line = copyLine(from, to);
            size = Long.parseLong(line.split(";", 2)[0].trim(), 16);
            copy(size, from, to);
            copyLine(from, to); // after the last chunk: no trailers
        } while (size > 0);
    }

    private static String copyLine(InputStream from, OutputStream to) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException("a chunk that does not end");
            }
            line.write(next);
        }
        line.write('\n');
        line.writeTo(to);
        return line.toString(ISO_8859_1).trim();
    }

    private static void copy(long length, InputStream from, OutputStream to) throws IOException {
        byte[] portion = new byte[PORTION];
        for (long left = length; left > 0; ) {
            int read = from.read(portion, 0, (int) Math.min(left, portion.length));
            if (read < 0) {
                throw new EOFException(left + " bytes are missing");
            }
            to.write(portion, 0, read);
            left -= read;
        }
    }
}
