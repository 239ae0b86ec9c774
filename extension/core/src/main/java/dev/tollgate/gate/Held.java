package dev.tollgate.gate;

import dev.tollgate.token.TokenSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens that a gate has at hand, and whether calls may still be sent with them. */
sealed interface Held {

    /** The grant that may be sent now; null, and not an Optional, because every call asks. */
    @Nullable
    Grant usable(long now);

    /** The grant, whether it may be sent or can only be refreshed. */
    Optional<Grant> grant();

    /** The same tokens, which are not to be sent any more. */
    Held rejected();

    /** The same tokens, whose refresh token is not to be sent any more. */
    default Held spent() {
        return new Spent(this);
    }

    /** The same tokens, whose refresh token has been sent, and nobody knows what became of it. */
    default Held inDoubt() {
        return new InDoubt(this);
    }

    /** Whether the refresh token has been sent before, and nobody knows what became of it. */
    default boolean isInDoubt() {
        return tokens().filter(TokenSet::isRefreshTokenInDoubt).isPresent();
    }

    /** The tokens to refresh, if there are any. */
    default Optional<TokenSet> tokens() {
        return grant().map(Grant::tokens);
    }

    record None() implements Held {
        @Override
        public @Nullable Grant usable(long now) {
            return null;
        }

        @Override
        public Optional<Grant> grant() {
            return Optional.empty();
        }

        @Override
        public Held rejected() {
            return this;
        }
    }

    /** Sent until it expires. */
    record Served(Grant current) implements Held {
        @Override
        public @Nullable Grant usable(long now) {
            return current.hasExpired(now) ? null : current;
        }

        @Override
        public Optional<Grant> grant() {
            return Optional.of(current);
        }

        @Override
        public Held rejected() {
            return new Rejected(current);
        }
    }

    /** A resource server has refused the access token; the refresh token is as good as before. */
    record Rejected(Grant current) implements Held {
        @Override
        public @Nullable Grant usable(long now) {
            return null;
        }

        @Override
        public Optional<Grant> grant() {
            return Optional.of(current);
        }

        @Override
        public Held rejected() {
            return this;
        }
    }

    /** The refresh token may have been used up; the access token is as good as before. */
    record InDoubt(Held before) implements Held {
        @Override
        public @Nullable Grant usable(long now) {
            return before.usable(now);
        }

        @Override
        public Optional<Grant> grant() {
            return before.grant();
        }

        @Override
        public Held rejected() {
            return new InDoubt(before.rejected());
        }

        @Override
        public Held inDoubt() {
            return this;
        }

        @Override
        public boolean isInDoubt() {
            return true;
        }
    }

    /** The refresh token is lost; the access token is as good as before. */
    record Spent(Held unspent) implements Held {
        @Override
        public @Nullable Grant usable(long now) {
            return unspent.usable(now);
        }

        @Override
        public Optional<Grant> grant() {
            return unspent.grant();
        }

        @Override
        public Held rejected() {
            return new Spent(unspent.rejected());
        }

        @Override
        public Held spent() {
            return this;
        }

        @Override
        public Held inDoubt() {
            return this;
        }

        @Override
        public Optional<TokenSet> tokens() {
            return Optional.empty();
        }
    }
}
