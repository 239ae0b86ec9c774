package dev.tollgate.gate;

import dev.tollgate.source.Reason;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that happened at a gate. No event carries a token. */
public sealed interface GateEvent {

    /** The realm of the gate. */
    String realm();

    /** The session of the gate. */
    SessionKey session();

    /** Somebody signed in. */
    record SignedIn(String realm, SessionKey session, long generation) implements GateEvent {}

    /**
     * A flight brought new tokens.
     *
     * @param took from the departure of the flight
     */
    record Refreshed(String realm, SessionKey session, long generation, Reason reason, Duration took)
            implements GateEvent {}

    /**
     * A flight gave up.
     *
     * @param retryAt before then no other one starts
     */
    record RefreshFailed(String realm, SessionKey session, Reason reason, TokenFailure failure, Instant retryAt)
            implements GateEvent {}

    /**
     * The token endpoint has refused one request after the other without an OAuth error (RFC 6749 §5.2). The session is
     * kept. Told once for each such row.
     *
     * @param times how many
     * @param failure the last one
     */
    record RefusedWithoutError(String realm, SessionKey session, int times, TokenFailure failure)
            implements GateEvent {}

    /**
     * There are more refreshes than the life of the tokens makes sensible: from now on they are slowed down. Told once
     * until there are fewer again.
     *
     * @param life how long the tokens at hand live, if that is known
     */
    record RefreshedTooOften(String realm, SessionKey session, Optional<Duration> life) implements GateEvent {}

    /** The session is over; told once for each session. */
    record SessionEnded(String realm, SessionKey session, TokenFailure cause) implements GateEvent {}

    /** Somebody signed out. */
    record SignedOut(String realm, SessionKey session) implements GateEvent {}

    /** Somebody signed out, and the server could not be told: it may honour the tokens until they expire. */
    record RevocationFailed(String realm, SessionKey session, TokenFailure failure) implements GateEvent {}

    /**
     * One fresh token after the other is refused: such 401 answers cause no more refreshes for a while.
     *
     * @param client the client and its method, such as {@code ShopClient.orders}
     */
    record ClientDistrusted(String realm, SessionKey session, String client) implements GateEvent {}

    /**
     * A token that had been refused was accepted when it was sent once more: the nodes of a server do not hold the same
     * keys. Rejected calls are repeated with the token at hand for a while. Told once until a token is refused both times.
     *
     * @param client the client and its method, such as {@code ShopClient.orders}
     */
    record NodeDistrusted(String realm, SessionKey session, String client) implements GateEvent {}
}
