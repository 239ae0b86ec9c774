package dev.tollgate.gate;

import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the token source has to get tokens with.
 *
 * @param refreshable the tokens at hand, if the source can refresh them
 * @param canAcquire whether it gets tokens without any at hand
 */
record Means(Optional<TokenSet> refreshable, boolean canAcquire) {

    /** Asks {@code source} what it can do with {@code current}; for a thread on which its other methods run too. */
    static Means of(TokenSource source, Optional<TokenSet> current) {
        return new Means(current.filter(source::canRefresh), source.canAcquire());
    }

    /**
     * What a source says of itself where no flight is under way. One that fails to say is taken to be able: the flight asks
     * again, where a failure is that of an attempt, and no call with a good token fails over it.
     */
    static boolean perhaps(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException | Error e) {
            return true;
        }
    }

    @Override
    public String toString() {
        return "Means[refreshable=" + refreshable.isPresent() + ", canAcquire=" + canAcquire + "]";
    }
}
