package dev.tollgate.rest.refresh;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Reads the tokens of a successful answer by their RFC 6749 §5.1 names. */
public final class TokenAnswer {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private TokenAnswer() {}

    /**
     * The tokens of {@code answer}.
     *
     * @param call who was answered, for messages
     * @throws TokenFailure.Configuration if it is no token answer; the message does not repeat it
     */
    public static TokenSet read(Answer answer, String call) {
        JsonObject json = object(answer).orElseThrow(() -> unusable(call, "is not a JSON object"));
        String accessToken = text(json, "access_token")
                .filter(token -> !token.isBlank())
                .orElseThrow(() -> unusable(call, "has no text \"access_token\""));
        if (accessToken.chars().anyMatch(Character::isISOControl)) {
            throw unusable(call, "has control characters in its \"access_token\"");
        }
        return TokenSet.of(accessToken)
                .tokenType(
                        text(json, "token_type").filter(type -> !type.isBlank()).orElse(null))
                .refreshToken(text(json, "refresh_token").orElse(null))
                .expiresIn(expiresIn(json, call).orElse(null))
                .scope(text(json, "scope").orElse(null))
                .build();
    }

    /** The {@code error} of an unsuccessful answer (RFC 6749 §5.2). */
    static Optional<String> error(Answer answer) {
        return object(answer).flatMap(json -> text(json, "error")).filter(error -> error.matches("[A-Za-z_]{1,64}"));
    }

    private static Optional<JsonObject> object(Answer answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readValue() instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (RuntimeException e) {
            // JsonException, and whatever else an implementation throws at its limits
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static Optional<Duration> expiresIn(JsonObject json, String call) {
        JsonValue value = json.get("expires_in");
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
            throw unusable(call, "has an \"expires_in\" that is no number of seconds");
        }
    }

    private static TokenFailure unusable(String call, String what) {
        return new TokenFailure.Configuration("the answer to " + call + " " + what + " (RFC 6749 section 5.1)");
    }
}
