package dev.tollgate.oauth2;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys of a realm that names an authorization server. */
enum OAuth2Key {
    ISSUER,
    METADATA_ENDPOINT,
    TOKEN_ENDPOINT,
    REVOCATION_ENDPOINT,
    END_SESSION_ENDPOINT,
    INTROSPECTION_ENDPOINT,
    GRANT,
    CLIENT_AUTHENTICATION,
    CLIENT_KEY,
    CLIENT_KEY_ID,
    CLIENT_ASSERTION_AUDIENCE,
    AUDIENCE,
    RESOURCE,
    USERNAME,
    PASSWORD,
    ASSERTION,
    SUBJECT_TOKEN_TYPE,
    ACTOR_TOKEN,
    ACTOR_TOKEN_TYPE,
    INTROSPECTION,
    DPOP,
    TOKEN_LIFETIME,
    REVOKE,
    END_SESSION,
    CONNECT_TIMEOUT,
    READ_TIMEOUT,
    PROBE,
    PROXY,
    PROXY_USER,
    PROXY_PASSWORD,
    KEY_STORE,
    KEY_STORE_PASSWORD,
    TRUST_STORE,
    TRUST_STORE_PASSWORD;

    /** As it is written. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(OAuth2Key::key).toList();
    }
}
