package dev.tollgate.rest.answer;

import dev.tollgate.rest.spi.ServerAnswer;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any answer; its body is looked into only if somebody asks for it. */
public final class PeekedAnswer implements ServerAnswer {

    static final int MAX_LOOK = 1 << 16;

    private final ClientResponseContext response;
    private final Look look;
    private @Nullable String body;
    private boolean over;

    /** How its body is looked into. */
    @FunctionalInterface
    public interface Look {
        /** Up to {@code limit} bytes of it. */
        AnswerBody upTo(int limit);
    }

    /** @param look takes nothing away from what the caller reads */
    public PeekedAnswer(ClientResponseContext response, Look look) {
        this.response = response;
        this.look = look;
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
    public synchronized String body() {
        if (body == null) {
            if (over) {
                throw new IllegalStateException(
                        "the answer is its caller's by now: ask for its body before you answer");
            }
            body = look.upTo(MAX_LOOK).text(response, MAX_LOOK);
        }
        return body;
    }

    /** From now on the caller may read the body. */
    public synchronized void over() {
        over = true;
    }
}
