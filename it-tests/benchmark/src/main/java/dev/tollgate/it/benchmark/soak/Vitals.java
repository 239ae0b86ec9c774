package dev.tollgate.it.benchmark.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How this process is.
 *
 * @param second since the beginning
 * @param heap used after a garbage collection, in bytes
 * @param threads that live
 * @param descriptors files and sockets that are open
 * @param connections to the server that are open
 * @param calls so far
 */
record Vitals(long second, long heap, int threads, long descriptors, int connections, long calls) {

    static Vitals take(long second, int connections, long calls) {
        System.gc();
        return new Vitals(
                second,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                        .getOpenFileDescriptorCount(),
                connections,
                calls);
    }
}
