package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.OAuthError;
import dev.tollgate.source.RetryAfter;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenParts;
import dev.tollgate.token.TokenSet;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a JSON answer, by their RFC 6749 §5.1 names or wherever a service puts them. */
public final class TokenAnswer implements TokenReading {

    private final TokenPointers pointers;
    private final TokenParts parts;

    /** @param pointers where the parts are */
    public TokenAnswer(TokenPointers pointers) {
        this(pointers, Optional.empty());
    }

    /** @param tokenType the type of all tokens, whatever the answers say; empty if they are right */
    public TokenAnswer(TokenPointers pointers, Optional<String> tokenType) {
        this.pointers = pointers;
        this.parts = new TokenParts(tokenType);
    }

    @Override
    public Result read(Answer answer, String call) {
        Optional<JsonStructure> json = structure(answer)
                .or(() -> form(answer))
                .filter(found -> found instanceof JsonObject || pointsIntoAnArray());
        if (json.isEmpty()) {
            return new Result.Nothing("is not a JSON object");
        }
        return text(json.get(), pointers.accessToken())
                .filter(token -> !token.isBlank())
                .<Result>map(token -> new Result.Found(tokens(token, json.get(), call, now(answer))))
                .orElseGet(() -> new Result.Nothing("has no text " + named(pointers.accessToken())));
    }

    private TokenSet tokens(String accessToken, JsonStructure json, String call, Instant now) {
        try {
            return parts.read(accessToken, name -> part(json, name), call, now);
        } catch (IllegalArgumentException e) {
            // says which part is wrong, and never what it says
            throw unusable(call, "can not be used: " + e.getMessage());
        }
    }

    private @Nullable Object part(JsonStructure json, String name) {
        return switch (name) {
            case "refresh_token" -> plain(value(json, pointers.refreshToken()));
            case "expires_in" -> plain(value(json, pointers.expiresIn()));
            case "token_type" -> plain(value(json, pointers.tokenType()));
            case "scope" -> plain(value(json, pointers.scope()));
            // other names count only where nobody has said which one does
            default ->
                pointers.expiresIn().equals(TokenPointers.BY_NAME.expiresIn()) ? plain(value(json, "/" + name)) : null;
        };
    }

    private static @Nullable Object plain(@Nullable JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        } else if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        } else if (value instanceof JsonArray array) {
            return array.stream()
                    .map(each -> each instanceof JsonString text ? text.getString() : each)
                    .toList();
        }
        return value == JsonValue.NULL ? null : value;
    }

    private static Instant now(Answer answer) {
        return answer.header("Date").flatMap(RetryAfter::instant).orElseGet(Instant::now);
    }

    private static Optional<JsonStructure> form(Answer answer) {
        Map<String, String> found = TokenParts.ofForm(answer.header("Content-Type"), withoutMark(answer.body()));
        JsonObjectBuilder object = Json.createObjectBuilder();
        found.forEach(object::add);
        return found.isEmpty() ? Optional.empty() : Optional.of(object.build());
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

    static TokenFailure unusable(String call, String what) {
        return TokenFailure.Configuration.unusableAnswer(
                "the answer to " + call + " " + what + " (RFC 6749 section 5.1)", null);
    }
}
