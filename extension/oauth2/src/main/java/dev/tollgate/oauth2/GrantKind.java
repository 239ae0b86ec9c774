package dev.tollgate.oauth2;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    TOKEN_EXCHANGE;

    /** Whether a session is kept by a refresh token, which its access tokens have to share. */
    boolean sharesRefreshToken() {
        return this == REFRESH_TOKEN || this == PASSWORD;
    }

    static final String RULE = "must be client_credentials, refresh_token, password, jwt_bearer or token_exchange";

    static Optional<GrantKind> parse(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
