package dev.tollgate.oauth2;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the client authenticates itself at the token endpoint (RFC 6749 §2.3, OpenID Connect Core §9, RFC 8705 §2). */
enum AuthenticationMethod {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    CLIENT_SECRET_JWT,
    PRIVATE_KEY_JWT,
    TLS_CLIENT_AUTH,
    SELF_SIGNED_TLS_CLIENT_AUTH,
    NONE;

    static final String RULE = "must be client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt,"
            + " tls_client_auth, self_signed_tls_client_auth or none";

    /** As the metadata of a server write it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean needsSecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST || this == CLIENT_SECRET_JWT;
    }

    boolean needsCertificate() {
        return this == TLS_CLIENT_AUTH || this == SELF_SIGNED_TLS_CLIENT_AUTH;
    }

    static Optional<AuthenticationMethod> parse(String text) {
        return Arrays.stream(values())
                .filter(method -> method.written().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
