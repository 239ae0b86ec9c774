package dev.tollgate.rest.answer;

import dev.tollgate.rest.spi.ServerAnswer;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a login or refresh call was answered. Read before the caller reads it, who finds it untouched.
 *
 * @param status the HTTP status
 * @param headers the first value of each header
 * @param body the body as text; empty if there is none
 */
public record Answer(int status, Map<String, String> headers, String body) implements ServerAnswer {

    /** Tokens are small; whatever is larger than this is something else. */
    static final int MAX_BODY = 1 << 20;

    /** Names of headers are compared in any case. */
    public Answer {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    /** Reads {@code response} and leaves a body that can be read again. */
    public static Answer read(ClientResponseContext response) throws IOException {
        AnswerBody body = AnswerBody.peek(response, MAX_BODY);
        if (!body.isWhole()) {
            throw new IOException("the answer is longer than " + MAX_BODY + " bytes, it can not be a token answer");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.getHeaders()
                .forEach((name, values) -> values.stream().findFirst().ifPresent(value -> headers.put(name, value)));
        return new Answer(response.getStatus(), headers, body.text(response, MAX_BODY));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
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
