package dev.tollgate.it.benchmark.gate;

import dev.tollgate.gate.Grant;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.source.SessionKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a call pays that needs not wait. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FreshToken {

    static final int SESSIONS = 100_000;

    /** One gate for all threads. */
    @State(Scope.Benchmark)
    public static class OneGate {
        final TokenGate gate = Gates.fresh();
    }

    /** As many gates as sessions. */
    @State(Scope.Benchmark)
    public static class ManyGates {
        final TokenGates gates = Gates.fresh(SESSIONS);
    }

    /** What any map of as many keys costs: a number for each, and nothing else. */
    @State(Scope.Benchmark)
    public static class PlainMap {
        final Map<SessionKey, AtomicLong> numbers = new ConcurrentHashMap<>();

        public PlainMap() {
            IntStream.range(0, SESSIONS).forEach(i -> numbers.put(Gates.key(i), new AtomicLong(i)));
        }
    }

    /** Each thread asks for one session after the other, in an order of its own. */
    @State(Scope.Thread)
    public static class Keys {
        private final SessionKey[] keys = shuffled();
        private int next;

        private static SessionKey[] shuffled() {
            List<SessionKey> keys =
                    IntStream.range(0, SESSIONS).mapToObj(Gates::key).collect(Collectors.toList());
            Collections.shuffle(keys, new Random(Thread.currentThread().getId()));
            return keys.toArray(SessionKey[]::new);
        }

        SessionKey next() {
            next = next + 1 == SESSIONS ? 0 : next + 1;
            return keys[next];
        }
    }

    /** The clock alone, which each call looks at once. */
    @Benchmark
    public long clock() {
        return System.nanoTime();
    }

    /** The look at the gate. */
    @Benchmark
    public @Nullable Grant usable(OneGate one) {
        return one.gate.usable(Gates.TRIGGER);
    }

    /** A call as a filter makes it. */
    @Benchmark
    public Grant call(OneGate one) {
        return one.gate.enter(Gates.TRIGGER).await();
    }

    /** The look at the clock and into a map of as many keys as there are sessions, at something that each key has. */
    @Benchmark
    public long mapOfManySessions(PlainMap map, Keys keys) {
        AtomicLong number = map.numbers.get(keys.next());
        return System.nanoTime() + (number == null ? 0 : number.get());
    }

    /** The look at the gate of one of many sessions. */
    @Benchmark
    public @Nullable Grant usableOfManySessions(ManyGates many, Keys keys) {
        return many.gates.of(keys.next()).usable(Gates.TRIGGER);
    }

    /** A call of one of many sessions. */
    @Benchmark
    public Grant callOfManySessions(ManyGates many, Keys keys) {
        return many.gates.of(keys.next()).enter(Gates.TRIGGER).await();
    }
}
