package dev.tollgate.rest.refresh;

import jakarta.ws.rs.client.ClientResponseContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a login or refresh call was answered. Read before the caller reads it, who finds it untouched.
 *
 * @param status the HTTP status
 * @param retryAfter the {@code Retry-After} header
 * @param body the body as text; empty if there is none
 */
public record Answer(int status, Optional<String> retryAfter, String body) {

    /** Tokens are small; whatever is larger than this is something else. */
    static final int MAX_BODY = 1 << 20;

    /** Reads {@code response} and leaves a body that can be read again. */
    public static Answer read(ClientResponseContext response) throws IOException {
        InputStream stream = response.hasEntity() ? response.getEntityStream() : null;
        String body = stream == null ? "" : new String(buffered(stream, response), StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), Optional.ofNullable(response.getHeaderString("Retry-After")), body);
    }

    private static byte[] buffered(InputStream stream, ClientResponseContext response) throws IOException {
        byte[] body = stream.readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new IOException("the answer is longer than " + MAX_BODY + " bytes, it can not be a token answer");
        }
        // read to its end, the stream has given the connection back; closing it would close the answer
        response.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    /** Whether the status tells of success. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "status " + status + ", " + body.length() + " characters";
    }
}
