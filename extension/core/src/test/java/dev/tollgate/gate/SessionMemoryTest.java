package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session costs beyond its tokens, its key included, in each state that it may stay in. */
class SessionMemoryTest {

    private static final Path WRITTEN = Path.of("target", "bytes-per-session.txt");
    private static final int SESSIONS = 5_000;
    private static final int MANY = 100_000;

    private final ManualClock clock = new ManualClock();
    private final ScriptedSource source = new ScriptedSource();
    private final TokenSet tokens = ScriptedSource.tokens("at", "rt"); // the same for all, so they do not count
    private final TokenGates gates = TokenGates.of(
            "shop",
            source,
            GatePolicy.DEFAULTS.withFailFast(true),
            new SessionLimits(MANY + 1, Optional.empty(), Optional.empty()),
            clock,
            clock,
            event -> {});

    @BeforeAll
    static void writeAnew() throws IOException {
        Files.deleteIfExists(WRITTEN);
    }

    @Test
    void idleSessionCostsLessThanAKibibyteBeyondItsTokens() throws IOException {
        gates.signIn(new SessionKey("first"), tokens);
        long before = usedHeap();

        for (int i = 0; i < MANY; i++) {
            gates.signIn(key(i), tokens);
        }

        assertThat(bytes("IDLE", before, MANY)).isBetween(100L, 1024L);
        assertThat(gates.all()).hasSize(MANY + 1);
    }

    @ParameterizedTest
    @EnumSource
    void sessionCostsLittleInEachState(State state) throws IOException {
        enter(state, new SessionKey("first")); // whatever is made once
        long before = usedHeap();

        for (int i = 0; i < SESSIONS; i++) {
            enter(state, key(i));
        }

        assertThat(bytes(state.name(), before, SESSIONS)).isBetween(100L, state.most);
        assertThat(gates.of(key(0)).status().state().name()).isEqualTo(state.name());
    }

    private enum State {
        FRESH(1024),
        STALE(1536),
        SESSION_EXPIRED(1024),
        SIGNED_OUT(1024),
        /** With a flight that nobody waits for, and its timer. */
        REFRESHING(4096);

        private final long most;

        State(long most) {
            this.most = most;
        }
    }

    private void enter(State state, SessionKey key) {
        gates.signIn(key, tokens);
        switch (state) {
            case FRESH -> {}
            case STALE -> fail(key, new TokenFailure.Transient("503 of " + key, outage(20)));
            case SESSION_EXPIRED -> fail(key, new TokenFailure.Terminal("400 of " + key, outage(20)));
            case SIGNED_OUT -> gates.of(key).signOut();
            case REFRESHING ->
                gates.of(key)
                        .refresh(() -> "ShopClient.orders")
                        .toCompletableFuture()
                        .cancel(false);
        }
    }

    private void fail(SessionKey key, TokenFailure failure) {
        gates.of(key).refresh(() -> "ShopClient.orders");
        clock.runPending();
        source.fail(failure);
    }

    /** As deep as a stack is in a server, and with its causes. */
    private static Throwable outage(int depth) {
        return depth == 0
                ? new IllegalStateException("refused", new IOException("reset"))
                : new IllegalStateException(
                        "at " + depth,
                        depth % 5 == 0 ? outage(depth - 1) : outage(depth - 1).getCause());
    }

    private static SessionKey key(int number) {
        return SessionKey.of("https://id.example.com", "user-" + number);
    }

    private static long bytes(String state, long before, int sessions) throws IOException {
        long bytes = (usedHeap() - before) / sessions;
        Files.writeString(
                WRITTEN,
                state.toLowerCase(Locale.ROOT) + ": " + bytes + " bytes for each of " + sessions + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return bytes;
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }
}
