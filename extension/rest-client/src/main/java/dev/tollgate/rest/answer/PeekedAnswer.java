package dev.tollgate.rest.answer;

import dev.tollgate.rest.spi.ServerAnswer;
import dev.tollgate.time.Deadline;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any answer; its body is looked into only if somebody asks for it. */
public final class PeekedAnswer implements ServerAnswer {

    static final int MAX_LOOK = 1 << 16;

    private final ClientResponseContext response;
    private final Deadline until;
    private @Nullable String body;

    /** @param until how long its body may take to come */
    public PeekedAnswer(ClientResponseContext response, Deadline until) {
        this.response = response;
        this.until = until;
    }

    @Override
    public int status() {
        return response.getStatus();
    }

    @Override
    public Optional<String> header(String name) {
        return response.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    @Override
    public String body() {
        if (body == null) {
            body = look();
        }
        return body;
    }

    private String look() {
        try {
            return AnswerBody.peek(response, MAX_LOOK, until).text(response, MAX_LOOK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
