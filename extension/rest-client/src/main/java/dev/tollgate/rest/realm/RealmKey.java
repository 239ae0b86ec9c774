package dev.tollgate.rest.realm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys of a realm, {@code tollgate.<realm>.<key>}. */
enum RealmKey {
    ENABLED,
    CLIENTS,
    WAIT_TIMEOUT,
    ATTEMPT_TIMEOUT,
    REFRESH_MARGIN,
    CLOCK_SKEW,
    ROTATION,
    TERMINAL_ERRORS,
    TERMINAL_STATUSES,
    FAIL_FAST,
    BACK_OFF,
    MAX_BACK_OFF,
    MAX_WAITERS,
    MAX_REFRESHES,
    SESSION,
    MAX_SESSIONS,
    SESSION_IDLE_TIMEOUT,
    KEEP_ALIVE,
    CLIENT_ID,
    CLIENT_SECRET,
    SCOPE,
    ACCESS_TOKEN_POINTER,
    REFRESH_TOKEN_POINTER,
    EXPIRES_IN_POINTER,
    TOKEN_TYPE_POINTER,
    TOKEN_TYPE,
    SCOPE_POINTER,
    REPLAY_BODY_LIMIT,
    REPLAY_TOTAL_LIMIT,
    ALLOWED_ORIGINS,
    ALLOW_HTTP,
    ISSUER,
    TOKEN_ENDPOINT;

    /** Before the name of each realm. */
    static final String PREFIX = "tollgate.";

    /** Names realms that nothing else names; needed where only environment variables are used. */
    static final String REALMS = PREFIX + "realms";

    /** What the keys that give roles begin with; behind it stands, in quotes, whose role it is. */
    static final String ROLES = "roles.";

    /** What the keys of a single client interface begin with; behind it stands its name, and then the key. */
    static final String CLIENT = "client.";

    /** The key as it is written. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The property of {@code realm}. */
    String of(String realm) {
        return PREFIX + realm + "." + key();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(RealmKey::key).toList();
    }
}
