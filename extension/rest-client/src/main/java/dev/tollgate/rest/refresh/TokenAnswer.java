package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.OAuthError;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a JSON answer, by their RFC 6749 §5.1 names or wherever a service puts them. */
public final class TokenAnswer implements TokenReading {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final TokenPointers pointers;

    /** @param pointers where the parts are */
    public TokenAnswer(TokenPointers pointers) {
        this.pointers = pointers;
    }

    @Override
    public Result read(Answer answer, String call) {
        Optional<JsonStructure> json =
                structure(answer).filter(found -> found instanceof JsonObject || pointsIntoAnArray());
        if (json.isEmpty()) {
            return new Result.Nothing("is not a JSON object");
        }
        return text(json.get(), pointers.accessToken())
                .filter(token -> !token.isBlank())
                .<Result>map(token -> new Result.Found(tokens(token, json.get(), call)))
                .orElseGet(() -> new Result.Nothing("has no text " + named(pointers.accessToken())));
    }

    private TokenSet tokens(String accessToken, JsonStructure json, String call) {
        try {
            return TokenSet.of(accessToken)
                    .tokenType(text(json, pointers.tokenType())
                            .filter(type -> !type.isBlank())
                            .orElse(null))
                    .refreshToken(text(json, pointers.refreshToken()).orElse(null))
                    .expiresIn(expiresIn(json, call).orElse(null))
                    .scope(text(json, pointers.scope()).orElse(null))
                    .build();
        } catch (IllegalArgumentException e) {
            // says which part is wrong, and never what it says
            throw unusable(call, "can not be used: " + e.getMessage());
        }
    }

    private boolean pointsIntoAnArray() {
        return pointers.accessToken().matches("/\\d+(/.*)?");
    }

    /** A name at the top reads better without the slash. */
    private static String named(String pointer) {
        return '"' + (pointer.lastIndexOf('/') == 0 ? pointer.substring(1) : pointer) + '"';
    }

    /** The error of an answer (RFC 6749 §5.2), whatever its content type says. */
    static Optional<OAuthError> error(Answer answer) {
        return structure(answer)
                .map(json -> OAuthError.of(text(json, "/error"), text(json, "/error_description")))
                .orElseGet(() -> OAuthError.ofForm(answer.body()));
    }

    private static Optional<JsonStructure> structure(Answer answer) {
        try (JsonReader reader = Json.createReader(new StringReader(withoutMark(answer.body())))) {
            return reader.readValue() instanceof JsonStructure found ? Optional.of(found) : Optional.empty();
        } catch (RuntimeException e) {
            // JsonException, and whatever else an implementation throws at its limits
            return Optional.empty();
        }
    }

    /** Some servers begin UTF-8 with a byte order mark, which is no JSON. */
    private static String withoutMark(String body) {
        return body.startsWith("\uFEFF") ? body.substring(1) : body;
    }

    private static Optional<String> text(JsonStructure json, String pointer) {
        return value(json, pointer) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static @Nullable JsonValue value(JsonStructure json, String pointer) {
        try {
            return Json.createPointer(pointer).getValue(json);
        } catch (JsonException e) {
            return null; // there is nothing at this place
        }
    }

    private Optional<Duration> expiresIn(JsonStructure json, String call) {
        JsonValue value = value(json, pointers.expiresIn());
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        try {
            BigDecimal seconds = value instanceof JsonNumber number
                    ? number.bigDecimalValue()
                    : new BigDecimal(((JsonString) value).getString().trim());
            return Optional.of(Duration.ofNanos(
                    seconds.max(LONGEST.negate()).min(LONGEST).multiply(NANOS).longValue()));
        } catch (ClassCastException | NumberFormatException e) {
            throw unusable(call, "has an " + named(pointers.expiresIn()) + " that is no number of seconds");
        }
    }

    static TokenFailure unusable(String call, String what) {
        return TokenFailure.Configuration.unusableAnswer(
                "the answer to " + call + " " + what + " (RFC 6749 section 5.1)", null);
    }
}
