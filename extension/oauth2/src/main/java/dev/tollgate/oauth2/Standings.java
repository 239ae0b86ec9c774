package dev.tollgate.oauth2;

import dev.tollgate.time.TimeSource;
import dev.tollgate.token.Fingerprint;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the server was seen to grant in a realm, and what it has refused, whatever the session. A server may use up a refresh
 * token before it refuses a target, so what was refused once is not asked for again, unless that is known to do no harm.
 * Safe for use by many threads.
 */
final class Standings {

    /** Until what was granted before is asked for again; others are not. */
    static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

    /** Longer than servers go on taking a refresh token that they have replaced. */
    static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final int MOST_IN_DOUBT = 256;

    private final TimeSource time;
    private final Set<Target> granted = ConcurrentHashMap.newKeySet();
    private final Map<Target, Refusal> refused = new ConcurrentHashMap<>();
    private final Set<Fingerprint> inDoubt = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Fingerprint, Boolean> eldest) {
            return size() > MOST_IN_DOUBT;
        }
    });
    private volatile boolean survives;
    private volatile boolean repeatable;

    /** @param costly whether asking once more may cost a session that is not to spare, as far as it is known */
    private record Refusal(String why, boolean costly, long at) {}

    Standings(TimeSource time) {
        this.time = time;
    }

    /** Those that the server grants first, since each brings a refresh token that is good; what it refuses last. */
    List<Target> inOrder(List<Target> all) {
        if (refused.keySet().containsAll(all)) {
            refused.clear(); // then it is about something else
        }
        return Stream.concat(
                        Stream.concat(
                                all.stream().filter(this::isProven),
                                all.stream().filter(target -> !isProven(target) && !refused.containsKey(target))),
                        all.stream().filter(refused::containsKey))
                .toList();
    }

    boolean isProven(Target target) {
        return granted.contains(target) && !refused.containsKey(target);
    }

    /** Why {@code target} must not be asked for; empty if it may be. */
    Optional<String> objectionTo(Target target) {
        return Optional.ofNullable(refused.get(target))
                .filter(refusal -> refusal.costly && !isHarmless())
                .filter(refusal -> !granted.contains(target) || since(refusal).compareTo(ASKED_AGAIN) < 0)
                .map(Refusal::why);
    }

    private Duration since(Refusal refusal) {
        return Duration.ofNanos(time.nanoTime() - refusal.at);
    }

    void granted(Target target) {
        granted.add(target);
        refused.remove(target);
    }

    /** Whether that is new. */
    boolean refused(Target target, String why, boolean costly) {
        return refused.put(target, new Refusal(why, costly, time.nanoTime())) == null;
    }

    /** {@code refreshToken} has been sent in vain for a target that was refused. */
    void doubt(String refreshToken) {
        synchronized (inDoubt) {
            inDoubt.add(Fingerprint.of(refreshToken));
        }
    }

    boolean isInDoubt(String refreshToken) {
        synchronized (inDoubt) {
            return inDoubt.contains(Fingerprint.of(refreshToken));
        }
    }

    /** Whether a refusal leaves the refresh token as it was, as far as it is known. */
    boolean isHarmless() {
        return survives || repeatable;
    }

    /** Whether the same refresh token may be sent any number of times. */
    void repeatable(boolean safe) {
        repeatable = safe;
    }

    /** The server has taken a refresh token by which it had refused a target; {@code replaceable}: a session to spare. */
    void taken(boolean replaceable) {
        if (replaceable
                || refused.values().stream().noneMatch(refusal -> since(refusal).compareTo(LEEWAY) < 0)) {
            survives = true;
        }
    }
}
