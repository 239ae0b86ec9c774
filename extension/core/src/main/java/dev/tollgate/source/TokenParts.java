package dev.tollgate.source;

import dev.tollgate.token.TokenSet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a token answer (RFC 6749 §5.1) in all the shapes that servers give them. A part that cannot be read
 * counts as missing and is logged once: the tokens came with it, and may not come a second time. Safe for use by many
 * threads.
 */
public final class TokenParts {

    private static final Logger LOG = System.getLogger("dev.tollgate.source");

    /** Servers have names of their own for the lifetime, or name the moment of its end. */
    private static final List<String> LIFETIMES = List.of("expires_in", "expires", "expires_on", "expires_at");

    private final Optional<String> tokenType;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** @param tokenType the type of all tokens, whatever the answers say; empty if they are right */
    public TokenParts(Optional<String> tokenType) {
        this.tokenType = tokenType;
    }

    /** How the parts of one answer are found, by their names in RFC 6749. */
    @FunctionalInterface
    public interface Found {
        /** A text, a number, a list of them, or anything else that cannot be read; null if there is no such part. */
        @Nullable
        Object part(String name);
    }

    /**
     * The tokens of an answer.
     *
     * @param call the call that was answered, for messages
     * @param now what time it is where the answer comes from
     * @throws IllegalArgumentException if the access token or its type cannot be sent; says which of them, never its text
     */
    public TokenSet read(String accessToken, Found found, String call, Instant now) {
        return TokenSet.of(accessToken)
                .tokenType(tokenType
                        .or(() -> text(found, "token_type", call).map(TokenTypes::scheme))
                        .orElse(null))
                .refreshToken(text(found, "refresh_token", call)
                        .filter(token -> isSendable(token, call))
                        .orElse(null))
                .expiresIn(expiresIn(found, call, now).orElse(null))
                .scope(scope(found, call).orElse(null))
                .build();
    }

    private boolean isSendable(String refreshToken, String call) {
        boolean sendable = refreshToken.chars().noneMatch(Character::isISOControl);
        return sendable || unreadable("refresh_token", call).isPresent();
    }

    private Optional<String> text(Found found, String name, String call) {
        Object value = found.part(name);
        if (isMissing(value)) {
            return Optional.empty();
        }
        return value instanceof String text ? Optional.of(text) : unreadable(name, call);
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private Optional<Duration> expiresIn(Found found, String call, Instant now) {
        for (String name : LIFETIMES) {
            Object value = found.part(name);
            if (isMissing(value)) {
                continue;
            }
            Optional<Duration> lifetime =
                    name.equals("expires_in") ? Lifetime.seconds(value) : Lifetime.until(value, now);
            if (lifetime.isPresent()) {
                return lifetime;
            }
            unreadable(name, call);
        }
        return Optional.empty();
    }

    /** Separated by blanks, whether the server has a text, a text with commas, or a list of them. */
    private Optional<String> scope(Found found, String call) {
        Object value = found.part("scope");
        if (isMissing(value)) {
            return Optional.empty();
        }
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        if (!values.stream().allMatch(String.class::isInstance)) {
            return unreadable("scope", call);
        }
        String scope = String.join(" ", values.stream().map(String.class::cast).toList())
                .replaceAll("[\\s,]+", " ")
                .strip();
        return Optional.of(scope).filter(names -> !names.isEmpty());
    }

    private <T> Optional<T> unreadable(String name, String call) {
        if (logged.add(name)) {
            LOG.log(
                    Level.WARNING,
                    "the answer to " + call + " has a part '" + name
                            + "' that cannot be read (RFC 6749 section 5.1): it"
                            + " counts as missing, and the tokens are used; said once");
        }
        return Optional.empty();
    }

    /** How long it is from {@code now} to the moment that {@code written} names; empty if it names none. */
    public static Optional<Duration> until(@Nullable Object written, Instant now) {
        return written == null ? Optional.empty() : Lifetime.until(written, now);
    }

    /** The parts of an answer that is written as a form, as a few servers do; empty if it is none. */
    public static Map<String, String> ofForm(Optional<String> contentType, String body) {
        return FormText.isForm(contentType) ? FormText.parameters(body) : Map.of();
    }
}
