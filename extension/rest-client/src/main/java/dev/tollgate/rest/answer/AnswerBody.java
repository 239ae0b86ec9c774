package dev.tollgate.rest.answer;

import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The beginning of a body that its caller is still to read. */
public final class AnswerBody {

    private final byte[] bytes;
    private final boolean whole;

    private AnswerBody(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    /** Reads up to {@code limit} bytes; whoever reads {@code response} afterwards starts at the first byte all the same. */
    public static AnswerBody peek(ClientResponseContext response, int limit) throws IOException {
        // not hasEntity(): to RESTEasy, a body without Content-Type is none
        InputStream stream = response.getEntityStream();
        if (stream == null) {
            return new AnswerBody(new byte[0], true);
        }
        byte[] bytes = stream.readNBytes(limit);
        int next = bytes.length < limit ? -1 : stream.read();
        InputStream begin = new ByteArrayInputStream(bytes);
        if (next < 0) {
            // read to its end, the stream has given the connection back; closing it would close the answer
            response.setEntityStream(begin);
            return new AnswerBody(bytes, true);
        }
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), stream);
        response.setEntityStream(new SequenceInputStream(begin, rest));
        return new AnswerBody(bytes, false);
    }

    /** Whether there is no more of it; if so, the connection has been given back. */
    public boolean isWhole() {
        return whole;
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
