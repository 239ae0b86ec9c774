package dev.tollgate.it.benchmark.storm;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What something has cost this process.
 *
 * @param cpuNanos processor time of the whole process
 * @param bytes allocated by the users' threads
 */
public record Cost(long cpuNanos, long bytes) {

    static Cost soFar(long[] threads) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean allocations = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        return new Cost(
                system.getProcessCpuTime(),
                Arrays.stream(allocations.getThreadAllocatedBytes(threads)).sum());
    }

    Cost since(Cost before) {
        return new Cost(cpuNanos - before.cpuNanos, bytes - before.bytes);
    }
}
