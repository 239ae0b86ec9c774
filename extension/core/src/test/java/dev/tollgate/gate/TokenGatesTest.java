package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One gate for each session: made on demand, kept while there is something to lose, bounded. */
class TokenGatesTest {

    private static final SessionKey ALICE = new SessionKey("alice");
    private static final SessionKey BOB = new SessionKey("bob");

    private final ManualClock clock = new ManualClock();
    private final ScriptedSource source = new ScriptedSource();
    private final List<GateEvent> events = new ArrayList<>();
    private TokenGates gates = gates(SessionLimits.DEFAULTS);

    @Test
    void sessionsDoNotSeeEachOthersTokens() {
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));

        assertThat(tokenOf(ALICE)).isEqualTo("at-alice");
        assertThat(tokenOf(BOB)).isEqualTo("at-bob");
    }

    /** Else the first refresh of each session could be sent twice. */
    @Test
    void rotationThatOneSessionHasSeenIsKnownToAll() {
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));
        clock.advance(Rig.LIFE);
        call(ALICE);
        source.answer("at-alice-2", "rt-alice-2");

        CompletableFuture<Grant> bob = call(BOB);
        source.fail(ScriptedSource.lost());

        assertThat(Rig.failureOf(bob)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(source.grants()).containsExactly("refresh rt-alice", "refresh rt-bob");
    }

    @Test
    void signOutOfOneSessionLeavesTheOthers() {
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));

        gates.of(ALICE).signOut();

        assertThat(gates.of(ALICE).status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(tokenOf(BOB)).isEqualTo("at-bob");
    }

    @Test
    void sessionsAreRefreshedIndependentlyOfEachOther() {
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));
        clock.advance(Rig.LIFE);

        CompletableFuture<Grant> alice = call(ALICE);
        CompletableFuture<Grant> bob = call(BOB);

        assertThat(source.grants()).containsExactly("refresh rt-alice", "refresh rt-bob");
        source.answer("at-alice-2", "rt-alice-2");
        source.answer("at-bob-2", "rt-bob-2");
        assertThat(Rig.accessToken(alice)).isEqualTo("at-alice-2");
        assertThat(Rig.accessToken(bob)).isEqualTo("at-bob-2");
    }

    @Test
    void sourceIsToldWhoseTokensAreWanted() {
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        clock.advance(Rig.LIFE);
        call(ALICE);

        assertThat(source.lastRequest().session()).isEqualTo(ALICE);
    }

    @Test
    void gateThatNobodyHasSignedInToIsForgottenWhenItIsIdle() {
        gates.of(ALICE);
        clock.advance(TokenGates.FORGOTTEN_AFTER.plus(TokenGates.SWEPT_EVERY.multipliedBy(2)));

        assertThat(gates.find(ALICE)).isEmpty();
        assertThat(clock.timers())
                .as("timers when there is nothing left to sweep")
                .isZero();
    }

    @Test
    void gateThatIsUsedIsNotForgotten() {
        for (int minute = 0; minute < 30; minute++) {
            gates.of(ALICE);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(gates.find(ALICE)).isPresent();
    }

    @Test
    void refreshTokenIsNeverForgottenForIdlenessUnlessAskedFor() {
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        clock.advance(Duration.ofDays(30));

        CompletableFuture<Grant> call = call(ALICE);
        source.answer("at-2", "rt-2");
        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    @Test
    void tokensThatCanBeAcquiredAnewAreForgotten() {
        source.thatCanAcquire();
        gates.signIn(ALICE, TokenSet.of("at").build());
        clock.advance(TokenGates.FORGOTTEN_AFTER.plus(TokenGates.SWEPT_EVERY.multipliedBy(2)));

        assertThat(gates.find(ALICE)).isEmpty();
    }

    @Test
    void gateWhoseFlightIsUnderWayIsNotForgotten() {
        gates = gates(new SessionLimits(1, Optional.empty(), Optional.empty()));
        source.thatCanAcquire();
        call(ALICE);

        assertThatThrownBy(() -> gates.of(BOB)).isInstanceOf(NoToken.Unavailable.class);
        assertThat(gates.find(ALICE)).isPresent();
    }

    @Test
    void idleSessionIsSignedOutAfterTheIdleTimeout() {
        gates = gates(new SessionLimits(10, Optional.of(Duration.ofHours(1)), Optional.empty()));
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        clock.advance(Duration.ofMinutes(59));
        assertThat(gates.find(ALICE)).isPresent();
        clock.advance(Duration.ofMinutes(10));

        assertThat(gates.find(ALICE)).isEmpty();
        assertThat(events).hasAtLeastOneElementOfType(GateEvent.SignedOut.class);
    }

    @Test
    void sessionThatHasBeenSignedOutForIdlenessIsForgottenAtOnce() {
        gates = gates(new SessionLimits(10, Optional.of(Duration.ofHours(1)), Optional.empty()));
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        while (events.stream().noneMatch(GateEvent.SignedOut.class::isInstance)) {
            clock.advance(TokenGates.SWEPT_EVERY);
        }

        assertThat(gates.find(ALICE)).isEmpty();
    }

    /** The timer ends what waits too long, also for those who are told of the sign-out. */
    @Test
    void idleSessionIsNotSignedOutByTheTimer() {
        List<Runnable> handedOver = new ArrayList<>();
        gates = TokenGates.of(
                "shop", source, GatePolicy.DEFAULTS, idleAfterAnHour(), clock, handingOver(handedOver), events::add);
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));
        clock.advance(Duration.ofHours(2));

        assertThat(events).doesNotHaveAnyElementsOfTypes(GateEvent.SignedOut.class);
        assertThat(handedOver).as("threads taken").hasSize(1);
        gates.of(BOB);
        handedOver.remove(0).run();

        assertThat(events).filteredOn(GateEvent.SignedOut.class::isInstance).hasSize(1);
        assertThat(gates.find(ALICE)).isEmpty();
        assertThat(gates.find(BOB)).as("used in the meantime").isPresent();
    }

    /** The source may be a bean of the application, whose answer takes its time. */
    @Test
    void sourceIsNotAskedByTheTimerWhatItCan() {
        List<Runnable> handedOver = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        ScriptedSource acquiring = new ScriptedSource() {
            @Override
            public synchronized boolean canAcquire() {
                return asked.incrementAndGet() > 0;
            }
        };
        gates = TokenGates.of(
                "shop",
                acquiring,
                GatePolicy.DEFAULTS,
                SessionLimits.DEFAULTS,
                clock,
                handingOver(handedOver),
                events::add);
        gates.signIn(ALICE, TokenSet.of("at-alice").build());
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));

        clock.advance(TokenGates.FORGOTTEN_AFTER.plus(TokenGates.SWEPT_EVERY.multipliedBy(5)));

        assertThat(asked).hasValue(0);
        assertThat(handedOver).as("threads taken").hasSize(1);
        handedOver.remove(0).run();
        assertThat(gates.find(ALICE)).isEmpty();
        clock.advance(TokenGates.FORGOTTEN_AFTER);
        assertThat(handedOver).as("threads taken for gates that are kept").isEmpty();
    }

    private GateThreads handingOver(List<Runnable> handedOver) {
        return new GateThreads() {
            @Override
            public void run(Runnable flight) {
                handedOver.add(flight);
            }

            @Override
            public Timer later(Duration delay, Runnable task) {
                return clock.later(delay, task);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void sourceThatFailsToSayWhatItCanDoesNotEndTheSweep() {
        boolean[] broken = {true};
        ScriptedSource failing = new ScriptedSource() {
            @Override
            public synchronized boolean canAcquire() {
                if (broken[0]) {
                    throw new IllegalStateException("no bean");
                }
                return super.canAcquire();
            }

            @Override
            public synchronized boolean canRevoke() {
                return canAcquire();
            }
        };
        gates = TokenGates.of("shop", failing, GatePolicy.DEFAULTS, idleAfterAnHour(), clock, clock, events::add);
        gates.signIn(ALICE, TokenSet.of("at-alice").build());
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));
        clock.advance(Duration.ofHours(2));
        broken[0] = false;
        clock.advance(Duration.ofMinutes(2));

        assertThat(events).filteredOn(GateEvent.SignedOut.class::isInstance).hasSize(2);
        assertThat(gates.all()).isEmpty();
        assertThat(clock.timers()).isZero();
    }

    @Test
    void whoSignsInAtTheMomentOfBeingForgottenIsNotForgotten() {
        TokenGates[] signedInWhileLookedAt = new TokenGates[1];
        ScriptedSource late = new ScriptedSource() {
            @Override
            public synchronized boolean canAcquire() {
                TokenGates there = signedInWhileLookedAt[0];
                signedInWhileLookedAt[0] = null;
                if (there != null) {
                    there.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
                }
                return true;
            }
        };
        gates = TokenGates.of("shop", late, GatePolicy.DEFAULTS, SessionLimits.DEFAULTS, clock, clock, events::add);
        gates.signIn(ALICE, TokenSet.of("at").build());
        clock.advance(TokenGates.FORGOTTEN_AFTER.minus(TokenGates.SWEPT_EVERY));
        signedInWhileLookedAt[0] = gates;

        clock.advance(TokenGates.SWEPT_EVERY.multipliedBy(4));

        assertThat(signedInWhileLookedAt[0]).as("looked at").isNull();
        assertThat(tokenOf(ALICE)).isEqualTo("at-alice");
    }

    @Test
    void moreSessionsThanAllowedFailWithoutHarmToTheOthers() {
        gates = gates(new SessionLimits(2, Optional.empty(), Optional.empty()));
        gates.signIn(ALICE, ScriptedSource.tokens("at-alice", "rt-alice"));
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));

        assertThatThrownBy(() -> gates.signIn(new SessionKey("carol"), ScriptedSource.tokens("at", "rt")))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasMessageContaining("max-sessions")
                .hasMessageContaining("session-idle-timeout");
        assertThat(tokenOf(ALICE)).isEqualTo("at-alice");
        assertThat(tokenOf(BOB)).isEqualTo("at-bob");
    }

    @Test
    void whoHasNothingToLoseMakesRoomForANewSession() {
        gates = gates(new SessionLimits(2, Optional.empty(), Optional.empty()));
        gates.of(ALICE);
        gates.signIn(BOB, ScriptedSource.tokens("at-bob", "rt-bob"));

        gates.signIn(new SessionKey("carol"), ScriptedSource.tokens("at-carol", "rt-carol"));

        assertThat(tokenOf(new SessionKey("carol"))).isEqualTo("at-carol");
        assertThat(gates.all()).hasSize(2);
    }

    @Test
    void soManyRefreshesRunAtOnceAndTheOthersWaitTheirTurn() {
        List<CompletableFuture<Grant>> calls = expiredSessions(20);

        assertThat(source.unanswered()).isEqualTo(GatePolicy.DEFAULTS.maxRefreshes());
        for (int answered = 0; answered < 20; answered++) {
            source.answer("at-new-" + answered, "rt-new");
            clock.runPending();
        }
        assertThat(calls).allSatisfy(call -> assertThat(call).isCompleted());
        assertThat(source.grants()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void refreshesThatSomebodyWaitsForGoFirst() {
        List<CompletableFuture<Grant>> calls = expiredSessions(12);
        calls.subList(0, 11).forEach(call -> call.cancel(false));
        source.answer("at-new", "rt-new");
        clock.runPending();

        assertThat(source.grants().get(GatePolicy.DEFAULTS.maxRefreshes())).isEqualTo("refresh rt-11");
    }

    @Test
    void signOutWhileARefreshWaitsForItsTurnLeavesTheTurnToTheNext() {
        expiredSessions(10);
        gates.of(new SessionKey("8")).signOut();
        source.answer("at-new", "rt-new");
        source.answer("at-new", "rt-new");
        clock.runPending();

        assertThat(source.grants()).contains("refresh rt-9").doesNotContain("refresh rt-8");
    }

    private List<CompletableFuture<Grant>> expiredSessions(int count) {
        IntStream.range(0, count)
                .forEach(number -> gates.signIn(
                        new SessionKey("" + number), ScriptedSource.tokens("at-" + number, "rt-" + number)));
        clock.advance(Rig.LIFE);
        return IntStream.range(0, count)
                .mapToObj(number -> call(new SessionKey("" + number)))
                .toList();
    }

    private static SessionLimits idleAfterAnHour() {
        return new SessionLimits(10, Optional.of(Duration.ofHours(1)), Optional.empty());
    }

    private TokenGates gates(SessionLimits limits) {
        return TokenGates.of("shop", source, GatePolicy.DEFAULTS, limits, clock, clock, events::add);
    }

    private CompletableFuture<Grant> call(SessionKey session) {
        CompletableFuture<Grant> grant =
                gates.of(session).enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();
        return grant;
    }

    private String tokenOf(SessionKey session) {
        return Rig.accessToken(call(session));
    }
}
