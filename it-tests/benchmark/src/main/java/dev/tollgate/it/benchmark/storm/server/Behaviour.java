package dev.tollgate.it.benchmark.storm.server;

import java.time.Duration;

/**
 * How the server behaves in one storm.
 *
 * @param life how long access tokens live, in whole seconds
 * @param tokenCall how long a successful token call takes
 * @param rotation whether refresh tokens are used once, and their reuse kills the family
 * @param lateEvery every how manieth 401 is {@link #LATE} late; 0 for none
 */
public record Behaviour(Duration life, Duration tokenCall, boolean rotation, int lateEvery) {

    /** How long a request for a resource takes, whatever its answer. */
    public static final Duration RESOURCE = Duration.ofMillis(5);

    static final Duration LATE = Duration.ofMillis(300);

    String words() {
        return life.toMillis() + " " + tokenCall.toMillis() + " " + rotation + " " + lateEvery;
    }

    static Behaviour of(String[] words) {
        return new Behaviour(
                Duration.ofMillis(Long.parseLong(words[1])),
                Duration.ofMillis(Long.parseLong(words[2])),
                Boolean.parseBoolean(words[3]),
                Integer.parseInt(words[4]));
    }
}
