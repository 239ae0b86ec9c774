package dev.tollgate.quarkus.health;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.source.SessionKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How the sessions of one realm are. */
record RealmHealth(List<SessionHealth> sessions) {

    static RealmHealth of(Collection<GateStatus> sessions) {
        return new RealmHealth(sessions.stream().map(SessionHealth::of).toList());
    }

    /** One user who has to sign in again is no reason to send all others elsewhere. */
    boolean isUp() {
        return sessions.stream().noneMatch(SessionHealth::isStuck)
                || sessions.stream().anyMatch(SessionHealth::canCall);
    }

    String describe() {
        if (sessions.isEmpty()) {
            return "not used yet";
        }
        SessionHealth first = sessions.get(0);
        return sessions.size() == 1 && first.status().session().equals(SessionKey.APPLICATION)
                ? first.describe()
                : count();
    }

    private String count() {
        String counts = sessions.size() + " sessions, of which " + count(SessionHealth.Condition.OVER)
                + " are over and " + count(SessionHealth.Condition.FAILING) + " can not be refreshed";
        return sessions.stream()
                .flatMap(session -> session.status().failingSince().stream())
                .min(Instant::compareTo)
                .map(since -> counts + ", token endpoint failing since " + since)
                .orElse(counts);
    }

    private long count(SessionHealth.Condition condition) {
        return sessions.stream()
                .filter(session -> session.condition() == condition)
                .count();
    }
}
