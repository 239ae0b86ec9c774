package dev.tollgate.testkit;

import org.jspecify.annotations.Nullable;

/** The tokens a client is given at once. */
record Grant(String accessToken, @Nullable String refreshToken) {}
