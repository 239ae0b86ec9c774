package dev.tollgate.rest.challenge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of a {@code WWW-Authenticate} header (RFC 9110 §11.6.1).
 *
 * @param scheme the authentication scheme as it was written
 * @param parameters its parameters, names in lower case
 */
public record Challenge(String scheme, Map<String, String> parameters) {

    /** The challenges of all {@code WWW-Authenticate} headers of an answer. What can not be read is left out. */
    public static List<Challenge> parse(List<String> headers) {
        return headers.stream()
                .flatMap(header -> new ChallengeParser(header).challenges().stream())
                .toList();
    }

    /** {@code error} of RFC 6750 §3. */
    public Optional<String> error() {
        return Optional.ofNullable(parameters.get("error"));
    }

    /** Whether it asks for an access token, and none of what it says speaks against trying another one. */
    public boolean asksForAnotherToken() {
        String name = scheme.toLowerCase(Locale.ROOT);
        boolean aboutTokens = name.equals("bearer") || name.equals("dpop");
        return aboutTokens && error().map("invalid_token"::equals).orElse(true);
    }
}
