package dev.tollgate.it.benchmark.gate;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.GateThreads;
import dev.tollgate.gate.SessionLimits;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.Trigger;
import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gates as an application has them: on the clocks of the machine, with threads of their own. */
final class Gates {

    static final Trigger TRIGGER = () -> "ShopClient.orders";

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int THREADS = 8;

    private Gates() {}

    static GateThreads threads() {
        return GateThreads.of(
                task -> {
                    Thread thread = new Thread(task, "gate");
                    thread.setDaemon(true);
                    return thread;
                },
                THREADS);
    }

    /** A gate whose tokens are good for an hour. */
    static TokenGate fresh() {
        TokenGate gate = gate(new HeldSource(), threads(), GatePolicy.DEFAULTS);
        gate.signIn(HeldSource.tokens(Duration.ofHours(1)));
        return gate;
    }

    /** A gate whose tokens have expired, with room for all who wait. */
    static TokenGate expired(TokenSource source, GateThreads threads) {
        GatePolicy patient = GatePolicy.DEFAULTS
                .withMaxWaiters(Integer.MAX_VALUE)
                .withWaitTimeout(LONG)
                .withAttemptTimeout(LONG);
        TokenGate gate = gate(source, threads, patient);
        gate.signIn(HeldSource.tokens(Duration.ZERO));
        return gate;
    }

    private static TokenGate gate(TokenSource source, GateThreads threads, GatePolicy policy) {
        return TokenGate.of("shop", SessionKey.APPLICATION, source, policy, TimeSource.system(), threads, event -> {});
    }

    /** A gate for each key, whose tokens are good for an hour. */
    static TokenGates fresh(int sessions) {
        TokenGates gates = TokenGates.of(
                "shop",
                new HeldSource(),
                GatePolicy.DEFAULTS,
                new SessionLimits(sessions + 1, Optional.empty(), Optional.empty()),
                TimeSource.system(),
                threads(),
                event -> {});
        IntStream.range(0, sessions).forEach(i -> gates.signIn(key(i), HeldSource.tokens(Duration.ofHours(1))));
        return gates;
    }

    static SessionKey key(int session) {
        return new SessionKey("user-" + session);
    }
}
