package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an idle session costs beyond its tokens, its key included. */
class SessionMemoryTest {

    private static final int SESSIONS = 100_000;
    private static final int GOAL = 1024;

    @Test
    void idleSessionCostsLessThanAKibibyteBeyondItsTokens() throws IOException {
        ManualClock clock = new ManualClock();
        TokenGates gates = TokenGates.of(
                "shop",
                new ScriptedSource(),
                GatePolicy.DEFAULTS,
                new SessionLimits(SESSIONS + 1, Optional.empty(), Optional.empty()),
                clock,
                clock,
                event -> {});
        TokenSet tokens = ScriptedSource.tokens("at", "rt"); // the same for all, so they do not count
        gates.signIn(new SessionKey("first"), tokens);
        long before = usedHeap();

        for (int i = 0; i < SESSIONS; i++) {
            gates.signIn(SessionKey.of("https://id.example.com", "user-" + i), tokens);
        }

        long bytes = (usedHeap() - before) / SESSIONS;
        Files.writeString(Path.of("target", "bytes-per-session.txt"), bytes + " bytes for each of " + SESSIONS + "\n");
        assertThat(gates.all()).hasSize(SESSIONS + 1);
        assertThat(bytes).as("bytes for each session").isBetween(100L, (long) GOAL);
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }
}
