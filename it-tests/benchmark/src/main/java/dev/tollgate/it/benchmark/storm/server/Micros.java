package dev.tollgate.it.benchmark.storm.server;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time that client and server share: microseconds since 1970. */
public final class Micros {

    private Micros() {}

    /** Now. */
    public static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
