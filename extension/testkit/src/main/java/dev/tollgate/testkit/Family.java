package dev.tollgate.testkit;

import org.jspecify.annotations.Nullable;

/** All tokens that descend from one login. Guarded by {@link Families}. */
final class Family {

    final String user;

    @Nullable
    String refreshToken;

    int generation;
    boolean dead;

    Family(String user) {
        this.user = user;
    }
}
