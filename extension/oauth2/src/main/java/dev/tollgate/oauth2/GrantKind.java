package dev.tollgate.oauth2;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the first tokens are acquired. */
enum GrantKind {
    /** The application's own (RFC 6749 §4.4). */
    CLIENT_CREDENTIALS,
    /** Not at all: somebody signs in with tokens from elsewhere, which are refreshed (RFC 6749 §6). */
    REFRESH_TOKEN,
    /** Those of a user whose password is known (RFC 6749 §4.3), which RFC 9700 §2.4 forbids. */
    PASSWORD,
    /** In exchange for a JWT of a third party (RFC 7523 §2.1). */
    JWT_BEARER,
    /** In exchange for the token with which the caller came (RFC 8693 §2.1). */
    TOKEN_EXCHANGE,
    /** By the name that a server gives it (RFC 6749 §4.5); what it needs are additional parameters. */
    EXTENSION;

    /** Whether a session is kept by a refresh token, which its access tokens have to share. */
    boolean sharesRefreshToken() {
        return this == REFRESH_TOKEN || this == PASSWORD;
    }

    static final String RULE = "must be client_credentials, refresh_token, password, jwt_bearer or token_exchange";

    private static final String URN = "urn:ietf:params:oauth:grant-type:";

    /** What a grant may be called (RFC 6749 appendix A.10). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+|[A-Za-z][A-Za-z0-9+.-]*:[!-~]+");

    /** Those that need a browser or a user, who is not here. */
    private static final Set<String> OF_USERS =
            Set.of("implicit", "hybrid", "authorization_code", "device_code", URN + "device_code");

    /** Whoever writes a name with so few slips means that grant, and none of the server's own. */
    private static final int SLIPS = 2;

    /** Empty if {@code text} can be none, or is a slip. */
    static Optional<GrantKind> parse(String text) {
        String name = text.startsWith(URN) ? text.substring(URN.length()) : text;
        String written = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(kind -> kind != EXTENSION && kind.name().equals(written))
                .findFirst()
                .or(() -> isExtension(text, written) ? Optional.of(EXTENSION) : Optional.empty());
    }

    private static boolean isExtension(String text, String written) {
        boolean slip = Arrays.stream(values()).anyMatch(kind -> Slips.between(kind.name(), written) <= SLIPS);
        return NAME.matcher(text).matches()
                && !OF_USERS.contains(text.toLowerCase(Locale.ROOT))
                && !(slip && text.indexOf(':') < 0);
    }
}
