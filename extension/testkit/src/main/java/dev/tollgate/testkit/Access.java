package dev.tollgate.testkit;

/**
 * What an access token stands for.
 *
 * @param generation how many refreshes of the family it took to get it
 * @param expiresAt by the monotonic clock
 */
record Access(Family family, int generation, long expiresAt) {}
