package dev.tollgate.rest.challenge;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One challenge of a {@code WWW-Authenticate} header (RFC 9110 §11.6.1).
 *
 * @param scheme the authentication scheme as it was written
 * @param parameters its parameters, names in lower case
 */
public record Challenge(String scheme, Map<String, String> parameters) {

    /** The challenges of all {@code WWW-Authenticate} headers of an answer. What can not be read is left out. */
    public static List<Challenge> parse(List<String> headers) {
        return headers.isEmpty() // as with every good answer
                ? List.of()
                : headers.stream()
                        .flatMap(header -> new ChallengeParser(header).challenges().stream())
                        .toList();
    }

    /**
     * The challenges of an answer that reached its caller: of {@code WebApplicationException.getResponse()} for instance.
     * Empty if there are none. What can not be read is left out.
     */
    public static List<Challenge> of(Response answer) {
        return parse(answer.getStringHeaders().getOrDefault(HttpHeaders.WWW_AUTHENTICATE, List.of()));
    }

    /** Whether an access token with more {@link #scopes()} is asked for: {@code insufficient_scope} of RFC 6750 §3.1. */
    public boolean asksForMoreScopes() {
        return error().filter("insufficient_scope"::equals).isPresent();
    }

    /**
     * Whether the user is asked to authenticate more strongly ({@link #acrValues()}) or more recently
     * ({@link #maxAge()}): {@code insufficient_user_authentication} of RFC 9470 §3.
     */
    public boolean asksForStepUp() {
        return error().filter("insufficient_user_authentication"::equals).isPresent();
    }

    /** The scopes that are asked for, {@code scope} of RFC 6750 §3, in the order in which they are written; may be empty. */
    public Set<String> scopes() {
        return words("scope");
    }

    /** {@code acr_values} of RFC 9470 §3, the preferred one first; may be empty. */
    public Set<String> acrValues() {
        return words("acr_values");
    }

    /** How long ago the user may have authenticated: {@code max_age} of RFC 9470 §3. Empty if absent or no whole number of seconds. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(parameters.get("max_age"))
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** Whether a proof with a nonce of the server is asked for: {@code use_dpop_nonce} of RFC 9449 §9. */
    public boolean asksForNonce() {
        return scheme.equalsIgnoreCase("DPoP")
                && error().filter("use_dpop_nonce"::equals).isPresent();
    }

    private Set<String> words(String parameter) {
        Set<String> words = new LinkedHashSet<>(
                List.of(parameters.getOrDefault(parameter, "").trim().split(" +")));
        words.remove("");
        return Collections.unmodifiableSet(words);
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
