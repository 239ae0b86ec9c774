package dev.tollgate.rest.resteasy;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's default executor (Jakarta Concurrency); where there is none, a few threads of the application's. */
final class DefaultExecutor {

    private static final String NAME = "java:comp/DefaultManagedExecutorService";

    /** As many as RESTEasy takes where it makes threads itself. */
    private static final int THREADS = Math.max(5, Runtime.getRuntime().availableProcessors());

    private static final int IDLE_SECONDS = 60;

    private DefaultExecutor() {}

    /** The name is the calling thread's: it is looked up each time. */
    @SuppressWarnings("BanJNDI") // the name is fixed, and the server's own
    static Executor now() {
        try {
            return InitialContext.doLookup(NAME);
        } catch (NamingException e) {
            return Own.POOL;
        }
    }

    /** Made only where it is needed. */
    private static final class Own {

        static final Executor POOL = pool();

        private static Executor pool() {
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Own.threads());
            pool.allowCoreThreadTimeOut(true); // nothing is left of an application that has been stopped
            return work -> pool.execute(inTheApplicationOf(Thread.currentThread(), work));
        }

        private static ThreadFactory threads() {
            return work -> {
                Thread thread = new Thread(null, work, "tollgate-calls", 0, false);
                thread.setDaemon(true);
                return thread;
            };
        }

        private static Runnable inTheApplicationOf(Thread caller, Runnable work) {
            ClassLoader application = caller.getContextClassLoader();
            return () -> {
                Thread.currentThread().setContextClassLoader(application);
                work.run();
            };
        }
    }
}
