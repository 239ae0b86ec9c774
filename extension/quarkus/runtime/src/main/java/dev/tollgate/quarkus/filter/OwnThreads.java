package dev.tollgate.quarkus.filter;

import dev.tollgate.rest.realm.CleanThreads;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where calls go on that came from no event loop. Not on a worker of Quarkus: all of these may be blocked by the very calls
 * that are to go on. Only when there are more to go on than there should be threads, workers help.
 */
final class OwnThreads {

    private static final int MOST = 200;
    private static final long IDLE_SECONDS = 10;
    private static final AtomicInteger MADE = new AtomicInteger();

    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            OwnThreads::make,
            (task, full) -> Infrastructure.getDefaultWorkerPool().execute(task));

    private OwnThreads() {}

    /** Runs {@code task}, which may block for a while, with the classes that {@code application} sees. */
    static void run(Runnable task, ClassLoader application) {
        THREADS.execute(() -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(application);
            try {
                task.run();
            } finally {
                thread.setContextClassLoader(before);
            }
        });
    }

    /** One that outlives an application must not keep its classes. */
    private static Thread make(Runnable task) {
        Thread thread = CleanThreads.daemon(task);
        thread.setName("tollgate-calls-" + MADE.incrementAndGet());
        thread.setContextClassLoader(OwnThreads.class.getClassLoader());
        return thread;
    }
}
