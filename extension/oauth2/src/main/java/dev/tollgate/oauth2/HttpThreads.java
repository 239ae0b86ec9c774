package dev.tollgate.oauth2;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which the HTTP client of a realm works. None of them is there while nothing is asked, and none inherits
 * anything from the thread that asks.
 */
final class HttpThreads implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");
    private static final int IDLE_SECONDS = 5;

    private final ExecutorService pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpThreads::thread);

    ExecutorService executor() {
        return pool;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "tollgate-oauth2", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(HttpThreads.class.getClassLoader());
        return thread;
    }

    /** What it has been asked still gets its answer. */
    static void endOnceIdle(HttpClient client) {
        end(client, "shutdown");
    }

    static void endNow(HttpClient client) {
        end(client, "shutdownNow");
    }

    /** JDK 21 has a method for it; before, a client ends when nobody refers to it any more. */
    private static void end(HttpClient client, String method) {
        if (Runtime.version().feature() >= 21) {
            try {
                HttpClient.class.getMethod(method).invoke(client);
            } catch (ReflectiveOperationException e) {
                LOG.log(Level.DEBUG, "an HTTP client ends only when it is collected", e);
            }
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
