package dev.tollgate.gate;

import dev.tollgate.token.Fingerprint;
import dev.tollgate.token.TokenSet;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as the gate holds them: which sign-in they belong to, which generation of it they are, how long they last.
 * Immutable.
 */
public final class Grant {

    private final TokenSet tokens;
    private final long epoch;
    private final long generation;
    // the lifetime, kept here because each call reads it and must not look for it elsewhere in memory
    private final long refreshAt;
    private final long lastUse;
    private final @Nullable Instant end;

    Grant(TokenSet tokens, long epoch, long generation, Lifetime lifetime) {
        this.tokens = tokens;
        this.epoch = epoch;
        this.generation = generation;
        this.refreshAt = lifetime.refreshAt();
        this.lastUse = lifetime.lastUse();
        this.end = lifetime.end();
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
        return Optional.ofNullable(end);
    }

    /** The number of the sign-in that these tokens belong to. */
    long epoch() {
        return epoch;
    }

    boolean hasExpired(long now) {
        return now - lastUse >= 0;
    }

    boolean isNearExpiry(long now) {
        return now - refreshAt >= 0;
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
