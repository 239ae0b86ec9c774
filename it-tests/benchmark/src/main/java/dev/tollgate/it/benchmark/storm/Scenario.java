package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.server.Behaviour;
import java.time.Duration;
import java.util.List;

/**
 * One storm.
 *
 * @param id short
 * @param title what happens in it
 * @param server how the server behaves
 * @param revokeEvery how often all access tokens are revoked; zero for never
 * @param outageFrom when the token endpoint goes out of order
 * @param outage for how long; zero for never
 * @param guests whether every second user is a guest
 * @param pause how long a user pauses between two calls
 * @param repetitions how often it is done; the variants take turns
 * @param length how long the measured part of one storm is
 */
public record Scenario(
        String id,
        String title,
        Behaviour server,
        Duration revokeEvery,
        Duration outageFrom,
        Duration outage,
        boolean guests,
        Duration pause,
        int repetitions,
        Duration length) {

    static final int USERS = 64;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TOKEN_CALL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(40);

    /** At full length. */
    public static List<Scenario> full() {
        Duration length = Duration.ofSeconds(15);
        Duration revocations = Duration.ofMillis(1500);
        return List.of(
                storm("S1", "rollover, tokens of 1 s", steady(SECOND)).times(3).lasting(length),
                storm("S2", "revoked every 1.5 s", steady(HOUR))
                        .revoked(revocations)
                        .lasting(length),
                storm("S3", "token endpoint 503 for 3 s, tokens of 1 s", steady(SECOND))
                        .outage(Duration.ofSeconds(5), Duration.ofSeconds(3))
                        .lasting(length),
                storm("S4", "S1 with rotation and reuse detection", new Behaviour(SECOND, TOKEN_CALL, true, 0))
                        .lasting(length),
                storm("S5", "tokens of 1 h, no pause", steady(HOUR))
                        .pausing(Duration.ZERO)
                        .times(5)
                        .lasting(length),
                storm(
                                "S6",
                                "half the users are guests, token call 2 s, tokens of 6 s",
                                new Behaviour(Duration.ofSeconds(6), Duration.ofSeconds(2), false, 0))
                        .withGuests()
                        .times(3)
                        .lasting(length),
                storm("S7", "S2 with every fifth 401 300 ms late", new Behaviour(HOUR, TOKEN_CALL, false, 5))
                        .revoked(revocations)
                        .lasting(length));
    }

    /** Short ones, for their counts only. */
    public static List<Scenario> quick() {
        Duration length = Duration.ofSeconds(3);
        return full().stream()
                .map(full -> full.times(1).lasting(length))
                .map(full -> full.revokeEvery.isZero() ? full : full.revoked(SECOND))
                .map(full -> full.outage.isZero() ? full : full.outage(SECOND, SECOND))
                .map(full -> full.guests
                        ? full.server(new Behaviour(SECOND.multipliedBy(2), SECOND.dividedBy(2), false, 0))
                        : full)
                .toList();
    }

    private static Behaviour steady(Duration life) {
        return new Behaviour(life, TOKEN_CALL, false, 0);
    }

    private static Scenario storm(String id, String title, Behaviour server) {
        Duration never = Duration.ZERO;
        return new Scenario(id, title, server, never, never, never, false, PAUSE, 1, never);
    }

    private Scenario server(Behaviour behaviour) {
        return new Scenario(id, title, behaviour, revokeEvery, outageFrom, outage, guests, pause, repetitions, length);
    }

    private Scenario revoked(Duration every) {
        return new Scenario(id, title, server, every, outageFrom, outage, guests, pause, repetitions, length);
    }

    private Scenario outage(Duration from, Duration lasting) {
        return new Scenario(id, title, server, revokeEvery, from, lasting, guests, pause, repetitions, length);
    }

    private Scenario withGuests() {
        return new Scenario(id, title, server, revokeEvery, outageFrom, outage, true, pause, repetitions, length);
    }

    private Scenario pausing(Duration between) {
        return new Scenario(id, title, server, revokeEvery, outageFrom, outage, guests, between, repetitions, length);
    }

    Scenario times(int times) {
        return new Scenario(id, title, server, revokeEvery, outageFrom, outage, guests, pause, times, length);
    }

    /** The same, but for {@code time}. */
    public Scenario lasting(Duration time) {
        return new Scenario(id, title, server, revokeEvery, outageFrom, outage, guests, pause, repetitions, time);
    }

    boolean isHot() {
        return pause.isZero();
    }
}
