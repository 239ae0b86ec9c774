package dev.tollgate.rest.refresh;

import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.Wiped;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it means for a refresh that a call which it needs got no token: that a session of another realm is over, or that
 * nobody knows what became of its refresh token, says nothing about this one.
 */
final class AnotherSession {

    private static final int MOST_CAUSES = 32;

    private AnotherSession() {}

    /**
     * The failure of {@code call} if {@code thrown} tells of another session; empty if not.
     *
     * @param sent whether the call itself has been sent
     */
    static Optional<TokenFailure> failure(Throwable thrown, boolean sent, String call, Collection<String> secrets) {
        // bounded, because causes may go round in circles
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(cause -> cause instanceof TokenFailure || isWithoutToken(cause))
                .findFirst()
                .filter(AnotherSession::isWithoutToken)
                .filter(cause -> !isAMistake(cause))
                .map(told -> failure(sent, call, Wiped.of(thrown, secrets)));
    }

    private static boolean isWithoutToken(Throwable cause) {
        return cause instanceof SessionExpiredException || cause instanceof TokenUnavailableException;
    }

    /** Somebody has to mend it, perhaps here: a call that this refresh makes of its own realm is told so in this way. */
    private static boolean isAMistake(Throwable told) {
        return told.getCause() instanceof TokenFailure.Configuration;
    }

    private static TokenFailure failure(boolean sent, String call, Throwable cause) {
        return sent
                ? new TokenFailure.OutcomeUnknown(call + " got no usable answer", cause)
                : TokenFailure.Transient.unsent(call + " was not sent: a call that it needs got no token", cause);
    }
}
