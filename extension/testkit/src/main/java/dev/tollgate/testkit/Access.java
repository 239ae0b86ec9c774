package dev.tollgate.testkit;

import org.jspecify.annotations.Nullable;

/**
 * What an access token stands for.
 *
 * @param generation how many refreshes of the family it took to get it
 * @param expiresAt by the monotonic clock
 * @param key the thumbprint of the key that it is bound to; null if anybody may use it
 */
record Access(Family family, int generation, long expiresAt, @Nullable String key) {}
