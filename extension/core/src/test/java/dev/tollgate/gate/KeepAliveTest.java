package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Reason;
import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guarantee 3: without traffic nothing is refreshed, unless refresh tokens would die of that. */
class KeepAliveTest {

    private static final Duration EVERY = Duration.ofMinutes(20);
    private static final SessionKey ALICE = new SessionKey("alice");

    private final ManualClock clock = new ManualClock();
    private final ScriptedSource source = new ScriptedSource();
    private final TokenGates gates = TokenGates.of(
            "shop",
            source,
            GatePolicy.DEFAULTS,
            new SessionLimits(10, Optional.empty(), Optional.of(EVERY)),
            clock,
            clock,
            event -> {});

    @Test
    void sessionThatNobodyUsesIsRefreshedAgainAndAgain() {
        signIn();
        clock.advance(EVERY.minusMillis(1));
        assertThat(source.grants()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(source.lastRequest().reason()).isEqualTo(Reason.KEEP_ALIVE);
        source.answer("at-2", "rt-2");
        clock.advance(EVERY);

        assertThat(source.grants()).containsExactly("refresh rt-1", "refresh rt-2");
    }

    @Test
    void refreshForACallPutsTheNextOneOff() {
        signIn();
        clock.advance(EVERY.minusMinutes(1));
        gates.of(ALICE).enter(() -> "ShopClient.orders").acquire();
        clock.runPending();
        source.answer("at-2", "rt-2");

        clock.advance(EVERY.minusMillis(1));
        assertThat(source.grants()).containsExactly("refresh rt-1");
        clock.advance(Duration.ofMillis(1));

        assertThat(source.grants()).containsExactly("refresh rt-1", "refresh rt-2");
    }

    @Test
    void failedRefreshIsTriedAgainAtASlowPace() {
        signIn();
        clock.advance(EVERY);
        source.fail(ScriptedSource.unavailable());
        clock.advance(EVERY.dividedBy(10).minusMillis(1));
        assertThat(source.grants()).hasSize(1);
        clock.advance(Duration.ofMillis(1));

        assertThat(source.grants()).containsExactly("refresh rt-1", "refresh rt-1");
    }

    @Test
    void nobodyIsKeptAliveAfterSigningOut() {
        signIn();
        gates.of(ALICE).signOut();

        clock.advance(EVERY.multipliedBy(3));

        assertThat(source.grants()).isEmpty();
    }

    @Test
    void refreshesLeaveNoTimersBehind() {
        signIn();
        for (int i = 2; i < 10; i++) {
            gates.of(ALICE).refresh(() -> "Realm.refresh");
            clock.runPending();
            source.answer("at-" + i, "rt-" + i);
        }

        assertThat(clock.timers())
                .as("the next refresh, and the sweep for idle sessions")
                .isEqualTo(2);
    }

    @Test
    void nothingIsKeptAliveWithoutARefreshToken() {
        gates.signIn(ALICE, TokenSet.of("at-1").build());

        clock.advance(EVERY.multipliedBy(3));

        assertThat(source.grants()).isEmpty();
    }

    private void signIn() {
        gates.signIn(ALICE, ScriptedSource.tokens("at-1", "rt-1"));
    }

    @Test
    void onlyTheTokensOfTheLastSignInAreKeptAlive() {
        signIn();
        gates.signIn(ALICE, ScriptedSource.tokens("at-2", "rt-2"));
        clock.advance(EVERY);
        source.answer("at-3", "rt-3");
        clock.advance(EVERY.dividedBy(10));

        assertThat(source.grants()).containsExactly("refresh rt-2");
        assertThat(clock.timers())
                .as("the next refresh, and the sweep for idle sessions")
                .isEqualTo(2);
    }
}
