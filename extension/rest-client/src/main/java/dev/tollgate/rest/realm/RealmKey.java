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
    FAIL_FAST,
    BACK_OFF,
    MAX_BACK_OFF,
    MAX_WAITERS,
    CLIENT_ID,
    CLIENT_SECRET,
    SCOPE,
    REPLAY_BODY_LIMIT,
    REPLAY_TOTAL_LIMIT,
    ISSUER;

    /** Before the name of each realm. */
    static final String PREFIX = "tollgate.";

    /** Names realms that nothing else names; needed where only environment variables are used. */
    static final String REALMS = PREFIX + "realms";

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
