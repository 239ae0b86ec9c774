package dev.tollgate.testkit.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** The first line and the headers of a message (RFC 9112 §2.1), as they came. */
record Head(String text) {

    private static final String END = "\r\n\r\n";
    private static final int LONGEST = 1 << 16;

    /** The head that comes next, if one does before the end of the stream. */
    static Optional<Head> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!endsHead(bytes)) {
            int next = in.read();
            if (next < 0 && bytes.size() == 0) {
                return Optional.empty();
            }
            if (next < 0 || bytes.size() == LONGEST) {
                throw new EOFException("a head that does not end");
            }
            bytes.write(next);
        }
        return Optional.of(new Head(bytes.toString(ISO_8859_1)));
    }

    private static boolean endsHead(ByteArrayOutputStream bytes) {
        return bytes.size() >= END.length() && bytes.toString(ISO_8859_1).endsWith(END);
    }

    /** {@code POST /token HTTP/1.1}, or {@code HTTP/1.1 200 OK}. */
    String firstLine() {
        return text.substring(0, text.indexOf("\r\n"));
    }

    /** The second word of the first line: what is asked for, or the status. */
    String secondWord() {
        String[] words = firstLine().split(" ", 3);
        return words.length < 2 ? "" : words[1];
    }

    /** The value of a header, in lower case. */
    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return text.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).trim())
                .findFirst();
    }

    boolean says(String name, String value) {
        return header(name).filter(said -> said.contains(value)).isPresent();
    }

    byte[] bytes() {
        return text.getBytes(ISO_8859_1);
    }
}
