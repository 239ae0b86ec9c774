package dev.tollgate.rest.answer;

import dev.tollgate.time.Deadline;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The beginning of a body that its caller is still to read. */
public final class AnswerBody {

    private static final int PORTION = 4096;

    private final byte[] bytes;
    private final boolean whole;
    private final boolean givenUp;

    private AnswerBody(byte[] bytes, boolean whole, boolean givenUp) {
        this.bytes = bytes;
        this.whole = whole;
        this.givenUp = givenUp;
    }

    /** Reads up to {@code limit} bytes, however long that takes. */
    static AnswerBody peek(ClientResponseContext response, int limit) throws IOException {
        return look(response, limit, null);
    }

    /**
     * Reads up to {@code limit} bytes, while there is time; what has come by {@code until} is what there is. Whoever
     * reads {@code response} afterwards starts at the first byte all the same.
     */
    public static AnswerBody peek(ClientResponseContext response, int limit, Deadline until) throws IOException {
        return look(response, limit, until);
    }

    private static AnswerBody look(ClientResponseContext response, int limit, @Nullable Deadline until)
            throws IOException {
        // not hasEntity(): to RESTEasy, a body without Content-Type is none
        InputStream stream = response.getEntityStream();
        if (stream == null) {
            return new AnswerBody(new byte[0], true, false);
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        boolean whole = readToItsEnd(stream, read, limit, until);
        byte[] bytes = read.toByteArray();
        InputStream begin = new ByteArrayInputStream(bytes);
        // read to its end, the stream has given the connection back; closing it would close the answer
        boolean givenUp = !whole && bytes.length <= limit;
        response.setEntityStream(whole || givenUp ? begin : new SequenceInputStream(begin, stream));
        return new AnswerBody(whole ? bytes : Arrays.copyOf(bytes, Math.min(bytes.length, limit)), whole, givenUp);
    }

    /** One byte more than the limit shows that there is more. */
    private static boolean readToItsEnd(
            InputStream stream, ByteArrayOutputStream into, int limit, @Nullable Deadline until) throws IOException {
        byte[] portion = new byte[PORTION];
        while (into.size() <= limit && (until == null || !until.hasPassed())) {
            int length = read(stream, portion, limit - into.size() + 1, until);
            if (length < 0) {
                return true;
            }
            into.write(portion, 0, length);
        }
        return false;
    }

    private static int read(InputStream stream, byte[] portion, int most, @Nullable Deadline until) throws IOException {
        try {
            return stream.read(portion, 0, Math.min(PORTION, most));
        } catch (IOException e) {
            if (until != null && until.hasPassed()) {
                return 0;
            }
            throw e;
        }
    }

    /** Whether there is no more of it; if so, the connection has been given back. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether the rest of it did not come in time, and is not waited for. */
    public boolean isGivenUp() {
        return givenUp;
    }

    /** As text, {@code limit} bytes of it at most, unpacked as the headers of {@code response} say. */
    String text(ClientResponseContext response, int limit) {
        return new String(isPacked(response) ? unpacked(limit) : bytes, StandardCharsets.UTF_8);
    }

    private static boolean isPacked(ClientResponseContext response) {
        String encoding = response.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private byte[] unpacked(int limit) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            for (int next = packed.read(); next >= 0 && text.size() < limit; next = packed.read()) {
                text.write(next);
            }
        } catch (IOException e) {
            // broken, or cut off by the limit: what could be read is what there is
            return text.toByteArray();
        }
        return text.toByteArray();
    }
}
