package dev.tollgate.rest.realm;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads that see the classes of the deployment that started the realm. */
final class GateThreadFactory implements ThreadFactory {

    private final String realm;
    private final ClassLoader deployment = Thread.currentThread().getContextClassLoader();
    private final AtomicInteger made = new AtomicInteger();

    GateThreadFactory(String realm) {
        this.realm = realm;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "tollgate-" + realm + "-" + made.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(deployment);
        return thread;
    }
}
