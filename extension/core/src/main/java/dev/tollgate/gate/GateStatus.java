package dev.tollgate.gate;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/**
 * What a gate looked like at one moment.
 *
 * @param realm the realm of the gate
 * @param session whose gate it is
 * @param state where it stood
 * @param generation the number of the tokens at hand; 0 if there are none
 * @param fingerprint stands for the access token at hand
 * @param expiresAt when the access token expires, as far as it is known
 * @param waiters how many calls were waiting
 * @param usable whether calls are sent with the access token at hand
 * @param failure why the last attempt failed, until one succeeds; what has ended the session, if it is over
 * @param failingSince when the first attempt of those failed that have failed in a row; empty while none has
 */
public record GateStatus(
        String realm,
        SessionKey session,
        State state,
        long generation,
        Optional<Fingerprint> fingerprint,
        Optional<Instant> expiresAt,
        int waiters,
        boolean usable,
        Optional<TokenFailure> failure,
        Optional<Instant> failingSince) {

    /** Where a gate can stand. */
    public enum State {
        /** Nobody is signed in, or nobody has asked yet. */
        SIGNED_OUT,
        /** There are tokens. */
        FRESH,
        /** A flight is under way. */
        REFRESHING,
        /** The last flight gave up for now. */
        STALE,
        /** The grant is dead. */
        SESSION_EXPIRED
    }

    static GateStatus of(GateState state, GateParts parts) {
        Optional<Grant> grant = state.held().grant();
        return new GateStatus(
                parts.realm(),
                parts.session(),
                name(state),
                grant.map(Grant::generation).orElse(0L),
                grant.map(held -> Fingerprint.of(held.tokens().accessToken())),
                grant.flatMap(Grant::expiresAt),
                state instanceof GateState.Refreshing refreshing
                        ? refreshing.flight().waiters()
                        : 0,
                state.held().usable(parts.time().nanoTime()) != null,
                failure(state),
                failingSince(state));
    }

    private static State name(GateState state) {
        if (state instanceof GateState.Fresh) {
            return State.FRESH;
        } else if (state instanceof GateState.Refreshing) {
            return State.REFRESHING;
        } else if (state instanceof GateState.Stale) {
            return State.STALE;
        } else if (state instanceof GateState.SessionExpired) {
            return State.SESSION_EXPIRED;
        }
        return State.SIGNED_OUT;
    }

    private static Optional<TokenFailure> failure(GateState state) {
        if (state instanceof GateState.Stale stale) {
            return Optional.of(stale.failure());
        } else if (state instanceof GateState.Refreshing refreshing) {
            return refreshing
                    .flight()
                    .failingSince()
                    .flatMap(since -> Optional.ofNullable(refreshing.flight().failure()));
        }
        return state instanceof GateState.SessionExpired expired ? Optional.of(expired.cause()) : Optional.empty();
    }

    private static Optional<Instant> failingSince(GateState state) {
        if (state instanceof GateState.Stale stale) {
            return Optional.of(stale.since());
        }
        return state instanceof GateState.Refreshing refreshing
                ? refreshing.flight().failingSince()
                : Optional.empty();
    }
}
