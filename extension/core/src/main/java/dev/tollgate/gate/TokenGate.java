package dev.tollgate.gate;

import dev.tollgate.source.Reason;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.Trigger;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one session: hands out its tokens, and lets at most one flight at a time fetch new ones while those who need
 * one wait. Safe for use by many threads; no lock is held while anything foreign runs.
 *
 * <p>A call that carries a token goes through a {@link Passage}. Stages that a gate returns complete on the gate's own
 * threads: what depends on them must not block, or must be made dependent by the {@code ..Async} methods.
 */
public final class TokenGate {

    private static final AtomicIntegerFieldUpdater<TokenGate> USES =
            AtomicIntegerFieldUpdater.newUpdater(TokenGate.class, "uses");

    /** A quarter of a second: not each call is to write what other threads read. */
    private static final long NOTED_EVERY = 250_000_000;

    private final GateParts parts;
    private final TimeSource time; // at hand, because each call looks at it
    private final StateCell cell;
    private final Dispatcher dispatcher;
    private final Rejections rejections;
    private final Refusals refusals = new Refusals();
    private final FlightScope scope = new FlightScope();
    private final Revocations revocations;
    private volatile @Nullable SignInDoubt doubt;
    private volatile boolean touched;
    private volatile int uses;
    private volatile @Nullable TokenGates forgottenBy;
    private volatile long usedAt;

    TokenGate(GateParts parts) {
        this.parts = parts;
        this.time = parts.time();
        this.usedAt = time.nanoTime();
        this.cell = new StateCell(parts.shared());
        this.revocations = new Revocations(parts, scope);
        this.dispatcher = new Dispatcher(parts, cell, scope, refusals);
        this.rejections = new Rejections(parts, cell, dispatcher, refusals);
    }

    /** A gate that nobody has signed in to. */
    public static TokenGate of(
            String realm,
            SessionKey session,
            TokenSource source,
            GatePolicy policy,
            TimeSource time,
            GateThreads threads,
            GateListener listener) {
        return new TokenGate(new GateParts(RealmParts.of(realm, source, policy, time, threads, listener), session));
    }

    /** Lets a call in, whose kind is what it is described as. */
    public Passage enter(Trigger trigger) {
        return enter(trigger, CallKind.of(trigger.describe()));
    }

    /**
     * Lets a call in.
     *
     * @param kind its kind: refusals are kept for each
     */
    public Passage enter(Trigger trigger, CallKind kind) {
        return new Passage(this, trigger, kind);
    }

    /**
     * The token that can be sent at once; starts a refresh in the background when its expiry is near.
     *
     * @return null if a call would have to wait
     */
    public @Nullable Grant usable(Trigger trigger) {
        return usable(trigger, trigger.describe(), true);
    }

    @Nullable
    Grant usable(Trigger trigger, CallKind kind) {
        return usable(trigger, kind.name(), kind.repeatable());
    }

    private @Nullable Grant usable(Trigger trigger, String kind, boolean repeatable) {
        GateState state = cell.get();
        long now = time.nanoTime();
        if (now - usedAt >= NOTED_EVERY) {
            usedAt = now;
        }
        Grant grant = usable(state, now);
        if (grant != null && dispatcher.mayHaveToWait(kind, repeatable, grant, state)) {
            return null;
        }
        if (grant != null && grant.isNearExpiry(now) && forgottenBy == null) {
            dispatcher.refreshAhead(state, Reason.NEAR_EXPIRY, trigger);
        }
        return grant;
    }

    private @Nullable Grant usable(GateState state, long now) {
        if (state instanceof GateState.Refreshing refreshing) {
            Grant own = refreshing.flight().own();
            if (own != null && scope.flight() == refreshing.flight()) {
                return own;
            }
        }
        return state.held().usable(now);
    }

    /** What may be sent at once instead of {@code given}: a newer grant of the same sign-in. */
    Optional<Grant> successorOf(Grant given, CallKind kind) {
        return Optional.ofNullable(cell.get().held().usable(time.nanoTime()))
                .filter(grant -> !refusals.isBarred(kind.name(), grant))
                .filter(grant -> grant.epoch() == given.epoch() && grant.generation() > given.generation());
    }

    /**
     * A new sign-in with tokens from elsewhere. Whoever waits for a token gets this one. Inside a flight it is none, see
     * {@link #signInInside}.
     */
    public void signIn(TokenSet tokens) {
        if (!signInInside(tokens)) {
            announce(changeTo(tokens));
        }
    }

    /**
     * A token source may sign in on its way to tokens: its own calls carry these from then on. Everybody else has what the
     * flight brings, unless there was a sign-in or a sign-out elsewhere meanwhile.
     *
     * @return false if this thread works for no flight of this gate
     */
    boolean signInInside(TokenSet tokens) {
        Flight flight = scope.flight();
        if (flight != null) {
            flight.signedIn(cell.inside(flight, tokens));
        }
        return scope.isCurrent();
    }

    /** The first half of a sign-in, in which nothing foreign runs. */
    StateCell.SignIn changeTo(TokenSet tokens) {
        usedAt = time.nanoTime();
        dispatcher.signedIn();
        StateCell.SignIn signIn = cell.signIn(tokens).orElseThrow(parts.explain()::ending);
        return signIn;
    }

    /** The same, where the source of a flight may be the one that signs in, on a thread that does not say so. */
    StateCell.SignIn changeFromOutsideTo(TokenSet tokens) {
        doubt = SignInDoubt.in(cell.get(), tokens).orElse(null); // before the change, or who looks behind it sees none
        return changeTo(tokens);
    }

    /** Observers may be slow: nobody who waits for a token waits for them. */
    void announce(StateCell.SignIn signIn) {
        if (signIn.before() instanceof GateState.Refreshing refreshing) {
            refreshing.flight().settle(new Flight.Outcome.Brought(signIn.grant()));
        }
        refusals.startAnew();
        parts.listener()
                .on(new GateEvent.SignedIn(
                        parts.realm(), parts.session(), signIn.grant().generation()));
    }

    /**
     * Forgets the tokens, and has the server told if the source can. Whoever waits for one fails; what a flight under way
     * brings is dropped. Nobody is told if nobody was signed in.
     */
    public void signOut() {
        inUse(gate -> {
            gate.signedOut(gate.cell.signOut());
            return gate;
        });
    }

    /**
     * The application ends: as {@link #signOut()}, but for good, and at the server the session goes on. Callers are given
     * the reason at once.
     */
    public void close() {
        signedOut(cell.close(), parts.explain().ending());
    }

    /** Forgets the tokens, unless somebody has signed in anew since {@code used} was handed out. */
    public void signOut(Grant used) {
        GateState before = cell.signOut(used.epoch());
        if (before.epoch() == used.epoch()) {
            signedOut(before);
        }
    }

    private void signedOut(GateState before) {
        signedOut(before, parts.explain().signedOutWhileWaiting());
        before.held().grant().map(Grant::tokens).ifPresent(revocations::of);
    }

    private void signedOut(GateState before, NoToken whyToWaiters) {
        if (before instanceof GateState.SignedOut || before instanceof GateState.Closed) {
            return; // or two realms whose observers sign out of the other one would never come to an end
        }
        if (before instanceof GateState.Refreshing refreshing) {
            refreshing.flight().settle(new Flight.Outcome.Failed(whyToWaiters));
        }
        refusals.startAnew();
        parts.listener().on(new GateEvent.SignedOut(parts.realm(), parts.session()));
    }

    /**
     * Refreshes now, whatever the token's age, or joins the flight that is under way.
     *
     * @return completes with the new tokens or with a {@link NoToken}; cancelling it does not touch the flight
     */
    public CompletionStage<Grant> refresh(Trigger trigger) {
        return inUse(gate -> gate.dispatcher.refresh(
                trigger, gate.waiter(parts.policy().waitTimeout(), trigger, CallKind.of(trigger.describe()))));
    }

    /**
     * Makes a refresh that the application carries out itself the flight of this gate, so that calls wait for it.
     *
     * @return empty if a flight is already under way
     */
    public Optional<OwnFlight> open(Trigger trigger) {
        return inUse(gate -> gate.dispatcher.open(trigger));
    }

    /** What this gate looks like now. */
    public GateStatus status() {
        return GateStatus.of(cell.get(), parts);
    }

    /** The mark of this gate's flights. */
    public FlightScope scope() {
        return scope;
    }

    /** Whose gate it is. */
    SessionKey session() {
        return parts.session();
    }

    /**
     * Uses this gate; if it has been forgotten since it was handed out, the one that its session has now, so that there are
     * never two that ask for tokens.
     */
    private <T> T inUse(Function<TokenGate, T> use) {
        USES.incrementAndGet(
                this); // before the look: either this is seen by whoever lets the gate go, or that is seen here
        try {
            TokenGates before = forgottenBy;
            TokenGate known = before == null ? this : before.keepAgain(this);
            return known == this ? use.apply(this) : known.inUse(use);
        } finally {
            USES.decrementAndGet(this);
        }
    }

    /** Lets {@code owner} forget this gate; false if somebody uses it. Never at the same time as {@link #isKept}. */
    boolean letGo(TokenGates owner) {
        forgottenBy = owner;
        boolean unused = false;
        try {
            unused = uses == 0 && hasNothingToLose();
        } finally {
            if (!unused) {
                forgottenBy = null;
            }
        }
        return unused;
    }

    /** It has a place among the gates. */
    void isKept() {
        forgottenBy = null;
    }

    /** For messages. */
    String name() {
        return parts.name();
    }

    /** Somebody has asked for this gate. */
    void touch() {
        if (!touched) {
            touched = true;
        }
    }

    /** Takes down when it was used; called at intervals, so that its users need not look at the clock. */
    void noteUse(long now) {
        if (touched) {
            touched = false;
            if (isUnusedFor(TokenGates.SWEPT_EVERY, now)) {
                usedAt = now;
            }
        }
    }

    /** As far as is noted. */
    boolean wasUsedBefore(TokenGate other) {
        return usedAt - other.usedAt < 0;
    }

    /** Whether no call has been given a token for that long. */
    boolean isUnusedFor(Duration time, long now) {
        return now - usedAt >= time.toNanos();
    }

    boolean isIdleFor(Duration time, long now) {
        return time.isZero() || (!touched && now - usedAt >= time.toNanos());
    }

    /**
     * Refreshes in the background, with nobody waiting for it.
     *
     * @return false if the tokens are no longer those of {@code generation}, or there is nothing to refresh
     */
    boolean keepAlive(long generation, Trigger trigger) {
        GateState state = cell.get();
        boolean same = state.held()
                .grant()
                .filter(grant -> grant.generation() == generation)
                .isPresent();
        boolean refreshable = state.held().tokens().filter(parts::mayRefresh).isPresent();
        if (same && refreshable) {
            dispatcher.refreshAhead(state, Reason.KEEP_ALIVE, trigger);
        }
        return same && refreshable;
    }

    /** Whether nobody would miss what this gate knows: nobody is signed in, or its tokens can be acquired anew. */
    boolean hasNothingToLose() {
        GateState state = cell.get();
        return mayBeForgotten(state) && (state.held() instanceof Held.None || canSurelyAcquire());
    }

    /** Whether it could be so, without a question to the source. */
    boolean mayHaveNothingToLose() {
        return mayBeForgotten(cell.get());
    }

    private static boolean mayBeForgotten(GateState state) {
        return !(state instanceof GateState.Refreshing)
                && state.held().tokens().flatMap(TokenSet::refreshToken).isEmpty();
    }

    /** A source that fails to say so may have given its session all that it has. */
    private boolean canSurelyAcquire() {
        try {
            return parts.source().canAcquire();
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** Settles with a token to send, in {@code patience} at most. */
    Waiter acquire(Trigger trigger, CallKind kind, Duration patience) {
        return inUse(gate -> {
            Waiter waiter = gate.waiter(patience, trigger, kind);
            gate.dispatcher.admit(waiter, trigger);
            return waiter;
        });
    }

    /** Settles with a token to send instead of {@code expired}, in {@code patience} at most. */
    Waiter newerThan(Grant expired, Trigger trigger, CallKind kind, Duration patience) {
        return inUse(gate -> {
            Waiter waiter = gate.waiter(patience, trigger, kind);
            gate.rejections.replace(expired, trigger, waiter);
            return waiter;
        });
    }

    /** @param repeatable whether the call can be sent again */
    CompletableFuture<Verdict> rejected(
            Passage call, Grant used, Reason reason, boolean repeatable, Duration patience) {
        Deadline until = Deadline.in(patience, time);
        return inUse(gate -> {
            RejectedCall rejected = new RejectedCall(
                    call, used, reason, repeatable, () -> gate.waiter(patience, call.trigger(), call.kind()));
            gate.rejections.decide(rejected);
            return gate.unlessOwnSignIn(used, rejected.verdict(), until);
        });
    }

    private CompletableFuture<Verdict> unlessOwnSignIn(Grant used, CompletableFuture<Verdict> decided, Deadline until) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        decided.whenComplete((known, thrown) -> {
            SignInDoubt open = doubt;
            if (thrown != null) {
                verdict.completeExceptionally(thrown);
            } else if (open != null && open.concerns(used, known)) {
                open.settle(verdict, () -> replayWithin(open, known), known, parts.threads(), until.remaining());
            } else {
                verdict.complete(known);
            }
        });
        verdict.whenComplete((known, thrown) -> decided.cancel(false));
        return verdict;
    }

    /** The sign-in was part of the flight: what it has brought replaces what was rejected before it. */
    private Verdict replayWithin(SignInDoubt own, Verdict otherwise) {
        Grant now = cell.get().held().usable(time.nanoTime());
        return now != null && now.epoch() == own.epoch() + 1 ? new Verdict.Replay(now) : otherwise;
    }

    /** Whether one node of a server is known to refuse what others accept. */
    boolean nodesDiffer() {
        return refusals.nodesDiffer(time.nanoTime());
    }

    void replayRejected(Passage call, Grant used) {
        rejections.replayRejected(call, used);
    }

    /**
     * @param known how many rejections there were when the call set out
     * @param repeated whether the same tokens had been rejected before
     */
    void accepted(Passage call, Grant used, long known, boolean repeated) {
        rejections.accepted(call, used, known, repeated);
    }

    void ended(Passage call) {
        rejections.ended(call);
    }

    /** How many rejections there have been. */
    long rejections() {
        return refusals.count();
    }

    NoToken waitedInVain() {
        return cell.get() instanceof GateState.Closed
                ? parts.explain().ending()
                : parts.explain().waitedInVain(lastFailure());
    }

    NoToken interrupted() {
        return parts.explain().interrupted();
    }

    Duration waitTimeout() {
        return parts.policy().waitTimeout();
    }

    long nanoTime() {
        return time.nanoTime();
    }

    private Waiter waiter(Duration patience, Trigger trigger, CallKind kind) {
        Waiter waiter = new Waiter(kind, again -> dispatcher.admit(again, trigger));
        waiter.giveUpAfter(patience, parts.threads(), this::waitedInVain);
        return waiter;
    }

    private @Nullable TokenFailure lastFailure() {
        return cell.get() instanceof GateState.Refreshing refreshing
                ? refreshing.flight().failure()
                : null;
    }
}
