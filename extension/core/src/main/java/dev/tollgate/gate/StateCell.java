package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.UnaryOperator;

/**
 * The one place where a gate's state changes, by compare-and-set only. No foreign code runs in here. Of a failure the state
 * keeps what calls are told later: the log and the listeners are given the whole of it.
 */
final class StateCell {

    /** By how much a sign-out raises the epoch, a sign-in by one: two epochs tell whether there was one in between. */
    static final long SIGN_OUT = 1L << 32;

    private static final AtomicReferenceFieldUpdater<StateCell, GateState> STATE =
            AtomicReferenceFieldUpdater.newUpdater(StateCell.class, GateState.class, "state");

    private volatile GateState state;
    private final AtomicLong generations = new AtomicLong();
    private final RealmParts realm;

    StateCell(RealmParts realm) {
        this.realm = realm;
        this.state = realm.ended().get() ? new GateState.Closed(0) : new GateState.SignedOut(0);
    }

    GateState get() {
        return state;
    }

    /** Whether {@code flight} is the one under way. */
    boolean isFlying(Flight flight) {
        return state instanceof GateState.Refreshing refreshing && refreshing.flight() == flight;
    }

    /** Lets {@code flight} take off from {@code from}, unless somebody else was faster. */
    boolean depart(GateState from, Held held, Flight flight) {
        return STATE.compareAndSet(this, from, new GateState.Refreshing(from.epoch(), held, flight));
    }

    /** From now on nobody is served what the flight under way will replace. */
    boolean reject(GateState.Refreshing from) {
        return STATE.compareAndSet(
                this, from, new GateState.Refreshing(from.epoch(), from.held().rejected(), from.flight()));
    }

    /** The same while no flight is under way. */
    boolean reject(GateState.Stale from) {
        return STATE.compareAndSet(
                this,
                from,
                new GateState.Stale(
                        from.epoch(),
                        from.held().rejected(),
                        from.failure(),
                        from.since(),
                        from.retryAt(),
                        from.failures()));
    }

    /** From now on nobody sets out with the refresh token that the flight has sent. */
    void spend(Flight flight) {
        moveFrom(
                flight,
                from -> new GateState.Refreshing(from.epoch(), from.held().spent(), flight));
    }

    /** From now on it is remembered that the flight's refresh token has been sent and may have been used up. */
    void doubt(Flight flight) {
        moveFrom(
                flight,
                from -> new GateState.Refreshing(from.epoch(), from.held().inDoubt(), flight));
    }

    /** The flight has brought tokens; empty if it is no longer the one under way. */
    Optional<Grant> land(Flight flight, TokenSet tokens) {
        Grant grant = grant(tokens, flight.epoch());
        return moveFrom(flight, from -> new GateState.Fresh(new Held.Served(grant)))
                ? Optional.of(grant)
                : Optional.empty();
    }

    /** What the source of {@code flight} has signed in with, on its way to the tokens that the flight will bring. */
    Grant inside(Flight flight, TokenSet tokens) {
        return grant(tokens, flight.epoch());
    }

    /** The flight has given up until {@code retryAt}; false if it is no longer the one under way. */
    boolean giveUp(Flight flight, TokenFailure failure, long retryAt, int failures) {
        Instant since = flight.failingSince(realm.time().now());
        return moveFrom(
                flight,
                from -> new GateState.Stale(from.epoch(), from.held(), failure.inShort(), since, retryAt, failures));
    }

    /** The flight has found the grant dead; false if it is no longer the one under way. */
    boolean expire(Flight flight, TokenFailure cause) {
        return moveFrom(flight, from -> new GateState.SessionExpired(from.epoch(), cause.inShort()));
    }

    /** The tokens have expired and nothing can replace them. */
    boolean expire(GateState from, TokenFailure cause) {
        return STATE.compareAndSet(this, from, new GateState.SessionExpired(from.epoch(), cause.inShort()));
    }

    /** A new sign-in, whatever was before; empty if the gate is closed. */
    Optional<SignIn> signIn(TokenSet tokens) {
        while (true) {
            GateState before = state;
            if (before instanceof GateState.Closed) {
                return Optional.empty();
            }
            Grant grant = grant(tokens, before.epoch() + 1);
            if (STATE.compareAndSet(this, before, new GateState.Fresh(new Held.Served(grant)))) {
                return Optional.of(new SignIn(before, grant));
            }
        }
    }

    /** Answers the state that has been signed out of. */
    GateState signOut() {
        return STATE.getAndUpdate(this, StateCell::signedOut);
    }

    /** Signs out, but only of the sign-in with number {@code epoch}; answers the state before. */
    GateState signOut(long epoch) {
        return STATE.getAndUpdate(this, from -> from.epoch() == epoch ? signedOut(from) : from);
    }

    private static GateState signedOut(GateState from) {
        return from instanceof GateState.Closed ? from : new GateState.SignedOut(from.epoch() + SIGN_OUT);
    }

    /** Whether somebody has signed out since the sign-in with number {@code epoch}, perhaps to sign in anew. */
    boolean hasSignedOutSince(long epoch) {
        return state.epoch() / SIGN_OUT > epoch / SIGN_OUT;
    }

    /** Signs out for good; answers the state before. */
    GateState close() {
        return STATE.getAndUpdate(this, from -> new GateState.Closed(from.epoch()));
    }

    private Grant grant(TokenSet tokens, long epoch) {
        Lifetime lifetime = Lifetime.of(tokens.expiresIn(), realm);
        return new Grant(tokens, epoch, generations.incrementAndGet(), lifetime);
    }

    private boolean moveFrom(Flight flight, UnaryOperator<GateState> move) {
        while (state instanceof GateState.Refreshing from && from.flight() == flight) {
            if (STATE.compareAndSet(this, from, move.apply(from))) {
                return true;
            }
        }
        return false;
    }

    /** A sign-in and the state that it has ended. */
    record SignIn(GateState before, Grant grant) {}
}
