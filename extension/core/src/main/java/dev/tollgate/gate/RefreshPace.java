package dev.tollgate.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * The cap on refreshes per window that expiry and rejections cause: so many at will, then no more than the life of the
 * tokens makes sensible. Tokens that expire as they arrive, or that one server refuses whatever they are, would else be
 * refreshed for ever. A leaky bucket in a single number (the generic cell rate algorithm).
 */
final class RefreshPace {

    private static final int AT_WILL = 20;
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final int REFRESHES_PER_LIFE = 4;

    private boolean begun;
    private long fullUntil;
    private boolean told;

    /** How long the next flight has to wait; it is counted. */
    synchronized Duration next(Optional<Duration> life, long now) {
        if (!begun || fullUntil - now < 0) {
            fullUntil = now;
            begun = true;
        }
        long interval = interval(life).toNanos();
        long pause = fullUntil - now - AT_WILL * interval;
        fullUntil += interval;
        if (pause <= 0) {
            told = false;
            return Duration.ZERO;
        }
        return Duration.ofNanos(pause);
    }

    /** Whether it has to be said that there are too many; true once until there are fewer again. */
    synchronized boolean isNews() {
        boolean news = !told;
        told = true;
        return news;
    }

    /** A new sign-in has nothing to do with the refreshes before. */
    synchronized void startAnew() {
        begun = false;
        told = false;
    }

    private static Duration interval(Optional<Duration> life) {
        Duration wished = life.map(known -> known.dividedBy(REFRESHES_PER_LIFE)).orElse(LONGEST);
        if (wished.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    }
}
