package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the answer of a server in what the application's own refresh ended with. */
final class AnswerInside {

    private static final int MOST_CAUSES = 32;

    private AnswerInside() {}

    /** The answer that {@code thrown} tells of; empty if it tells its kind itself, or of no answer. */
    static Optional<Answer> of(Throwable thrown) {
        // bounded, because causes may go round in circles
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(cause -> cause instanceof TokenFailure || cause instanceof WebApplicationException)
                .findFirst()
                .filter(WebApplicationException.class::isInstance)
                .map(told -> ((WebApplicationException) told).getResponse())
                .filter(response -> response.getStatus() >= 400)
                .map(AnswerInside::answer);
    }

    private static Answer answer(Response response) {
        Map<String, String> headers = new HashMap<>();
        response.getStringHeaders()
                .forEach((name, values) -> values.stream().findFirst().ifPresent(value -> headers.put(name, value)));
        return new Answer(response.getStatus(), headers, body(response));
    }

    /** The REST client, or who threw it, may have closed it. */
    private static String body(Response response) {
        try {
            return response.hasEntity() && response.bufferEntity() ? response.readEntity(String.class) : "";
        } catch (ProcessingException | IllegalStateException e) {
            return "";
        }
    }
}
