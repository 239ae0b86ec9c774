package dev.tollgate.example.wildfly.service;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the user has been given last; {@code number} counts since the login. */
record Tokens(int number, String access, String refresh, Instant end) {

    static final Duration LIFE = Duration.ofSeconds(5);

    static Tokens first() {
        return issued(1);
    }

    Tokens next() {
        return issued(number + 1);
    }

    boolean accepts(@Nullable String authorization) {
        return ("Bearer " + access).equals(authorization) && Instant.now().isBefore(end);
    }

    private static Tokens issued(int number) {
        return new Tokens(
                number,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                Instant.now().plus(LIFE));
    }
}
