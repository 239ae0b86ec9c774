package dev.tollgate.testkit;

import org.jspecify.annotations.Nullable;

/** All tokens that descend from one login. Guarded by {@link Families}. */
final class Family {

    final String user;

    @Nullable
    String refreshToken;

    /** The thumbprint of the key that the refresh token is bound to (RFC 9449 §5); null if none. */
    @Nullable
    String key;

    int generation;
    boolean dead;

    Family(String user) {
        this.user = user;
    }
}
