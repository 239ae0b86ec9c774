package dev.tollgate.it.benchmark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.source.SessionKey;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What of the gate's cost does not depend on the machine: what is allocated, and that everybody is served. */
@Timeout(120)
class GateCostTest {

    private static final int TIMES = 10_000;
    private static final int BATCHES = 20;
    private static final ThreadMXBean THREADS =
            (ThreadMXBean) ManagementFactory.getPlatformMXBean(java.lang.management.ThreadMXBean.class);

    @Test
    void freshTokenIsHandedOutWithoutAllocating() {
        TokenGate gate = Gates.fresh();

        assertThat(leastAllocated(i -> gate.usable(Gates.TRIGGER) != null)).isZero();
    }

    @Test
    void freshTokenOfOneOfManySessionsIsHandedOutWithoutAllocating() {
        TokenGates gates = Gates.fresh(TIMES);
        SessionKey[] keys = IntStream.range(0, TIMES).mapToObj(Gates::key).toArray(SessionKey[]::new);

        assertThat(leastAllocated(i -> gates.of(keys[i]).usable(Gates.TRIGGER) != null))
                .isZero();
    }

    @Test
    void everybodyWhoBlocksIsServed() throws Exception {
        assertThat(Crowd.blocking(1_000, Crowd.platformThreads()).served()).isEqualTo(1_000);
    }

    @Test
    void everybodyWhoLeftAStageIsServed() throws Exception {
        assertThat(Crowd.stages(20_000).served()).isEqualTo(20_000);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void noVirtualThreadIsPinnedAtTheGate() throws Exception {
        ThreadFactory virtual = VirtualThreads.factory().orElseThrow();
        int[] served = new int[1];

        long pinned = VirtualThreads.pinned(
                () -> served[0] = Crowd.blocking(10_000, virtual).served());

        assertThat(served[0]).isEqualTo(10_000);
        assertThat(pinned).isZero();
    }

    /** In the best of some batches: the compiler allocates in this thread's name too, as does what it has not compiled. */
    private static long leastAllocated(Call call) {
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            int served = 0;
            for (int i = 0; i < TIMES; i++) {
                served += call.isServed(i) ? 1 : 0;
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            assertThat(served).isEqualTo(TIMES);
        }
        return least;
    }

    private interface Call {
        boolean isServed(int number);
    }
}
