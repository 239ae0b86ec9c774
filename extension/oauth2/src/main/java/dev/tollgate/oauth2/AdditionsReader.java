package dev.tollgate.oauth2;

import dev.tollgate.oauth2.OAuth2Settings.Additions;
import dev.tollgate.source.SourceSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what a server wants beside, and finds the mistakes in it. */
final class AdditionsReader {

    /** Behind it stands the name of a parameter. */
    static final String PARAMETER = "parameter.";

    /** Behind it stands the name of a header. */
    static final String HEADER = "header.";

    static final List<String> PREFIXES = List.of(PARAMETER, HEADER);

    /** RFC 9110 §5.1. */
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> OWN_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "dpop",
            "expect",
            "host",
            "proxy-authorization",
            "transfer-encoding",
            "upgrade");

    private static final Set<String> OWN_PARAMETERS = Set.of(
            "grant_type",
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "refresh_token",
            "scope",
            "audience",
            "resource");

    /** What the grants have that are known here. */
    private static final Set<String> OF_GRANTS = Set.of(
            "username",
            "password",
            "assertion",
            "subject_token",
            "subject_token_type",
            "actor_token",
            "actor_token_type");

    private final SourceSettings settings;

    AdditionsReader(SourceSettings settings) {
        this.settings = settings;
    }

    Additions read(GrantKind grant) {
        Predicate<String> own =
                name -> OWN_PARAMETERS.contains(name) || (grant != GrantKind.EXTENSION && OF_GRANTS.contains(name));
        Map<String, String> parameters = new TreeMap<>(settings.named(PARAMETER));
        parameters.keySet().stream()
                .filter(own)
                .forEach(name -> settings.problem(
                        PARAMETER + name,
                        "must not be a parameter that the realm sends itself: it has a key of its own"));
        return new Additions(parameters, headers());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(settings.named(HEADER));
        headers.forEach((name, value) -> {
            if (!FIELD_NAME.matcher(name).matches()) {
                settings.problem(HEADER + name, "must be the name of a header (RFC 9110 section 5.1)");
            } else if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                settings.problem(HEADER + name, "must not be a header that the realm sends itself");
            } else if (value.chars().anyMatch(character -> character < ' ' || character > '~')) {
                settings.problem(HEADER + name, "must have printable ASCII only (RFC 9110 section 5.5)");
            }
        });
        return headers;
    }
}
