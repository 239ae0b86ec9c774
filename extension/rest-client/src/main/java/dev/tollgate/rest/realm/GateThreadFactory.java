package dev.tollgate.rest.realm;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that see the classes of the deployment that started the realm: the container's where it has some to give,
 * virtual ones where the JDK has them, else daemons. None inherits anything of the caller whose call has it made.
 */
final class GateThreadFactory implements ThreadFactory {

    private final String realm;
    private final ThreadFactory plain;
    private final ClassLoader deployment = Thread.currentThread().getContextClassLoader();
    private final AtomicInteger made = new AtomicInteger();

    GateThreadFactory(String realm) {
        this(
                realm,
                ContainerThreads.factory()
                        .<ThreadFactory>map(ThreadsApart::new)
                        .or(VirtualThreads::factory)
                        .orElse(CleanThreads::daemon));
    }

    GateThreadFactory(String realm, ThreadFactory plain) {
        this.realm = realm;
        this.plain = plain;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = plain.newThread(task);
        thread.setName("tollgate-" + realm + "-" + made.incrementAndGet());
        thread.setContextClassLoader(deployment);
        return thread;
    }
}
