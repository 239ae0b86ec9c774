package dev.tollgate.it.benchmark.storm.server;

import dev.tollgate.it.benchmark.storm.server.Entry.FamilyLost;
import dev.tollgate.it.benchmark.storm.server.Entry.Revocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of one storm. */
final class Tokens {

    /** What an answer brings. */
    record Issued(String accessToken, String refreshToken, long ageOfReplaced) {}

    private static final class Family {
        private String refreshToken = "";
        private boolean dead;
        private @Nullable Access newest;
    }

    private record Access(Family family, long issued, long expires) {}

    private final Behaviour behaviour;
    private final Journal journal;
    private final Map<String, Access> access = new HashMap<>();
    private final Map<String, Family> families = new HashMap<>();
    private long numbers;

    Tokens(Behaviour behaviour, Journal journal) {
        this.behaviour = behaviour;
        this.journal = journal;
    }

    synchronized Issued login() {
        Family family = new Family();
        newRefreshToken(family);
        return issue(family, -1);
    }

    /** @param age how old the replaced access token was */
    synchronized Optional<Issued> refresh(String refreshToken, long age) {
        Family family = families.get(refreshToken);
        if (family == null || family.dead) {
            return Optional.empty();
        }
        if (!refreshToken.equals(family.refreshToken)) {
            family.dead = true;
            journal.add(new FamilyLost(Micros.now()));
            return Optional.empty();
        }
        if (behaviour.rotation()) {
            newRefreshToken(family);
        }
        return Optional.of(issue(family, age));
    }

    /** The age of the access token that a refresh with this token would replace now; -1 if there is none. */
    synchronized long ageOfNewest(String refreshToken) {
        Family family = families.get(refreshToken);
        return family == null || family.newest == null ? -1 : Micros.now() - family.newest.issued();
    }

    synchronized boolean isGood(String accessToken) {
        Access known = access.get(accessToken);
        return known != null && !known.family().dead && Micros.now() < known.expires();
    }

    synchronized void revokeAll() {
        access.clear();
        journal.add(new Revocation(Micros.now()));
    }

    static long number(String accessToken) {
        return accessToken.startsWith("at-") ? Long.parseLong(accessToken.substring(3, accessToken.indexOf('.'))) : -1;
    }

    private Issued issue(Family family, long ageOfReplaced) {
        // as long as an opaque token usually is
        String token = "at-" + ++numbers + "." + "0123456789abcdef0123456789abcdef";
        long now = Micros.now();
        Access issued = new Access(family, now, now + behaviour.life().toNanos() / 1000);
        access.put(token, issued);
        family.newest = issued;
        return new Issued(token, family.refreshToken, ageOfReplaced);
    }

    private void newRefreshToken(Family family) {
        family.refreshToken = "rt-" + ++numbers;
        families.put(family.refreshToken, family);
    }
}
