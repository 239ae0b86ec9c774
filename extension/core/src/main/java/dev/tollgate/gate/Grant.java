package dev.tollgate.gate;

import dev.tollgate.token.Fingerprint;
import dev.tollgate.token.TokenSet;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens as the gate holds them: which sign-in they belong to, which generation of it they are, how long they last.
 * Immutable.
 */
public final class Grant {

    private final TokenSet tokens;
    private final long epoch;
    private final long generation;
    private final Lifetime lifetime;

    Grant(TokenSet tokens, long epoch, long generation, Lifetime lifetime) {
        this.tokens = tokens;
        this.epoch = epoch;
        this.generation = generation;
        this.lifetime = lifetime;
    }

    /** The tokens. */
    public TokenSet tokens() {
        return tokens;
    }

    /** The number of these tokens; within a sign-in a greater one is newer. */
    public long generation() {
        return generation;
    }

    /** When the access token expires, as far as it is known. */
    public Optional<Instant> expiresAt() {
        return lifetime.endsAt();
    }

    /** The number of the sign-in that these tokens belong to. */
    long epoch() {
        return epoch;
    }

    boolean hasExpired(long now) {
        return lifetime.hasEnded(now);
    }

    boolean isNearExpiry(long now) {
        return lifetime.isNearItsEnd(now);
    }

    /** Whether a refresh that answered {@code renewed} replaced the refresh token. */
    boolean isRotatedBy(TokenSet renewed) {
        return renewed.refreshToken().isPresent() && !renewed.refreshToken().equals(tokens.refreshToken());
    }

    @Override
    public String toString() {
        return "generation " + generation + " " + Fingerprint.of(tokens.accessToken());
    }
}
