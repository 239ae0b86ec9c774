package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A gate on a manual clock with a scripted source: nothing happens but what the test makes happen. */
final class Rig {

    static final Duration LIFE = Duration.ofMinutes(5);

    final ManualClock clock = new ManualClock();
    final ScriptedSource source = new ScriptedSource();
    final List<GateEvent> events = new ArrayList<>();
    private final List<GateListener> told = new ArrayList<>();
    final TokenGate gate;
    final RealmParts realm;

    /** What every random number is, from 0 (inclusive) to 1. */
    double random;

    Rig() {
        this(GatePolicy.DEFAULTS);
    }

    Rig(GatePolicy policy) {
        realm = RealmParts.of("shop", source, policy, clock, clock, this::told, () -> random);
        gate = new TokenGate(new GateParts(realm, SessionKey.APPLICATION));
    }

    void tellAlso(GateListener listener) {
        told.add(listener);
    }

    private void told(GateEvent event) {
        events.add(event);
        told.forEach(listener -> listener.on(event));
    }

    /** A gate whose tokens {@code at-1} and {@code rt-1} are fresh. */
    static Rig signedIn() {
        return signedIn(GatePolicy.DEFAULTS);
    }

    static Rig signedIn(GatePolicy policy) {
        Rig rig = new Rig(policy);
        rig.gate.signIn(ScriptedSource.tokens("at-1", "rt-1"));
        return rig;
    }

    /** A gate whose tokens have expired. */
    static Rig expired() {
        return expired(GatePolicy.DEFAULTS);
    }

    static Rig expired(GatePolicy policy) {
        Rig rig = signedIn(policy);
        rig.clock.advance(LIFE);
        return rig;
    }

    /** A gate that has seen the server replace its refresh token; {@code at-2} and {@code rt-2} have expired. */
    static Rig expiredAfterRotation(GatePolicy policy) {
        Rig rig = expired(policy);
        rig.call();
        rig.source.answer("at-2", "rt-2");
        rig.clock.advance(LIFE);
        return rig;
    }

    /** A call that needs a token. */
    CompletableFuture<Grant> call() {
        return call(gate.enter(() -> "ShopClient.orders"));
    }

    CompletableFuture<Grant> call(Passage passage) {
        CompletableFuture<Grant> grant = passage.acquire().toCompletableFuture();
        clock.runPending();
        return grant;
    }

    /** A call that has been sent with the current token. */
    Passage sentCall() {
        return sentCall("ShopClient.orders");
    }

    /** The same of a call of this {@code kind}. */
    Passage sentCall(String kind) {
        Passage passage = gate.enter(() -> kind);
        assertThat(call(passage)).isCompleted();
        return passage;
    }

    CompletableFuture<Verdict> rejected(Passage passage) {
        CompletableFuture<Verdict> verdict = passage.verdict().toCompletableFuture();
        clock.runPending();
        return verdict;
    }

    /** The same, where the token may be tried once more before it is replaced: it is rejected again. */
    CompletableFuture<Verdict> rejectedAtLast(Passage passage) {
        CompletableFuture<Verdict> verdict = rejected(passage);
        return verdict.isDone() && verdict.join() instanceof Verdict.Repeat ? rejectedAtLast(passage) : verdict;
    }

    <E> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    int waiters() {
        return gate.status().waiters();
    }

    static String accessToken(CompletableFuture<Grant> settled) {
        assertThat(settled).isDone();
        return settled.join().tokens().accessToken();
    }

    static String accessToken(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Replay.class);
        return ((Verdict.Replay) verdict).grant().tokens().accessToken();
    }

    static Throwable failureOf(CompletableFuture<?> settled) {
        assertThat(settled).isCompletedExceptionally();
        return Objects.requireNonNull(settled.handle((value, thrown) -> thrown).join());
    }

    /** Tokens in the hands of a gate. */
    static Grant grant(long generation) {
        Rig rig = signedIn();
        Lifetime lifetime = Lifetime.of(Optional.empty(), rig.realm);
        return new Grant(ScriptedSource.tokens("at", "rt"), 1, generation, lifetime);
    }

    static TokenSet shortLived(Duration life) {
        return TokenSet.of("at-short").refreshToken("rt-short").expiresIn(life).build();
    }
}
