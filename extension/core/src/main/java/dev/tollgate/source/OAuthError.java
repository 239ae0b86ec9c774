package dev.tollgate.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code error} of an answer that brought no tokens (RFC 6749 §5.2).
 *
 * @param code the code, in lower case
 * @param description what the server says about it, for people
 */
public record OAuthError(String code, Optional<String> description) {

    /** No more digits than codes have: nothing that may be a token counts as one, for it is shown. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z_.:-]{0,63}\\d{0,8}");

    private static final Pattern FORM = Pattern.compile("[^\\s<>{}\"]{1,4096}");

    /** What frameworks write as the {@code error} of any failed request: the name of its status, which says no more. */
    private static final Set<String> NAMES_OF_STATUSES = Set.of(
            "bad_request",
            "unauthorized",
            "forbidden",
            "not_found",
            "method_not_allowed",
            "not_acceptable",
            "request_timeout",
            "conflict",
            "gone",
            "unsupported_media_type",
            "unprocessable_entity",
            "unprocessable_content",
            "too_many_requests",
            "internal_server_error",
            "not_implemented",
            "bad_gateway",
            "service_unavailable",
            "gateway_timeout");

    /**
     * The error that {@code written} stands for; empty if that is no code, but prose or the name of a status.
     *
     * @param description what the server says about it
     */
    public static Optional<OAuthError> of(Optional<String> written, Optional<String> description) {
        return written.filter(OAuthError::isCode)
                .map(code ->
                        new OAuthError(code.toLowerCase(Locale.ROOT), description.filter(said -> !said.isBlank())));
    }

    /** Whether {@code written} may be the code of an error. */
    public static boolean isCode(String written) {
        String name = written.toLowerCase(Locale.ROOT).replace('-', '_');
        return CODE.matcher(written).matches() && !NAMES_OF_STATUSES.contains(name);
    }

    /** The error in a body that is written as a form, as some servers do. */
    public static Optional<OAuthError> ofForm(String body) {
        String form = body.strip();
        return FORM.matcher(form).matches()
                ? of(parameter(form, "error"), parameter(form, "error_description"))
                : Optional.empty();
    }

    private static Optional<String> parameter(String form, String name) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(form);
        try {
            return found.find()
                    ? Optional.of(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a percent sign without a number
        }
    }
}
