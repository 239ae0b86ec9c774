package dev.tollgate.testkit;

import dev.tollgate.time.TimeSource;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens that have been issued, and what has become of them. Thread-safe. */
final class Families {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 18;

    private final TimeSource time;
    private final Policy policy;
    private final Tally tally;
    private final List<Family> families = new ArrayList<>();
    private final Map<String, Access> accessTokens = new HashMap<>();
    /** Used ones too: their reuse must be noticed. */
    private final Map<String, Family> refreshTokens = new HashMap<>();

    private @Nullable String newestAccessToken;

    Families(TimeSource time, Policy policy, Tally tally) {
        this.time = time;
        this.policy = policy;
        this.tally = tally;
    }

    /**
     * @param refreshTokenToo whether the refresh token is bound to a key as well, as that of a public client is
     */
    synchronized Grant found(String user, boolean refreshable, Terms terms, boolean refreshTokenToo) {
        Family family = new Family(user);
        family.key = refreshTokenToo ? terms.key() : null;
        families.add(family);
        if (refreshable) {
            issueRefreshToken(family);
        }
        return new Grant(issueAccessToken(family, terms), family.refreshToken);
    }

    /** New tokens for a refresh token, if it is good for them. */
    synchronized Optional<Grant> refresh(String refreshToken, Terms terms) {
        Family family = refreshTokens.get(refreshToken);
        if (family == null || family.dead || (family.key != null && !family.key.equals(terms.key()))) {
            return Optional.empty();
        }
        if (!refreshToken.equals(family.refreshToken)) {
            tally.reused();
            end(family);
            return Optional.empty();
        }
        tally.refreshed(time.now());
        return Optional.of(renew(family, terms));
    }

    private Grant renew(Family family, Terms terms) {
        family.generation++;
        if (policy.rotation) {
            issueRefreshToken(family);
        }
        boolean silent = !policy.rotation && policy.omitRefreshToken;
        return new Grant(issueAccessToken(family, terms), silent ? null : family.refreshToken);
    }

    /** What an access token stands for, if it is still accepted. */
    synchronized Optional<Access> accepted(String accessToken) {
        return Optional.ofNullable(accessTokens.get(accessToken))
                .filter(access -> !access.family().dead)
                .filter(access -> access.expiresAt() - time.nanoTime() > 0);
    }

    synchronized Optional<String> newestAccessToken() {
        return Optional.ofNullable(newestAccessToken);
    }

    synchronized void revokeAccessTokens() {
        accessTokens.clear();
    }

    synchronized void revokeAccessTokens(String user) {
        accessTokens.values().removeIf(access -> access.family().user.equals(user));
    }

    synchronized void endAll() {
        families.forEach(this::end);
    }

    synchronized void end(Family family) {
        if (!family.dead) {
            family.dead = true;
            tally.familyDied();
        }
    }

    /** An access token goes alone, a refresh token with all its family (RFC 7009 §2.1). */
    synchronized void revoke(String token) {
        accessTokens.remove(token);
        Family family = refreshTokens.get(token);
        if (family != null) {
            end(family);
        }
    }

    private String issueAccessToken(Family family, Terms terms) {
        String token = random("at-");
        long expiresAt = time.nanoTime() + policy.lifetime.toNanos();
        accessTokens.put(token, new Access(family, family.generation, expiresAt, terms));
        newestAccessToken = token;
        return token;
    }

    private void issueRefreshToken(Family family) {
        String token = random("rt-");
        refreshTokens.put(token, family);
        family.refreshToken = token;
    }

    private static String random(String prefix) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
