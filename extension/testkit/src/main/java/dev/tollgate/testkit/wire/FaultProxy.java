package dev.tollgate.testkit.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a client and a server of plain HTTP/1.1 on this machine, passes on what they say, and lets go wrong what
 * a test wants to go wrong: for the next request to a path, for all of them, or for a whole connection. What happens is
 * decided by the test alone, in the order in which requests arrive. Without a fault, requests and answers get through as
 * they are (no trailers, no upgrades). Thread-safe.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.to(server.uri())) {
 *     proxy.next("/token", WireFault.loseAnswer());
 *     // let the client refresh by way of proxy.uri()
 *     assertThat(proxy.traffic().delivered()).hasSize(1);
 * }
 * }</pre>
 */
public final class FaultProxy implements AutoCloseable {

    private static final int PATIENCE_IN_SECONDS = 10;

    private final InetSocketAddress server;
    private final int port;
    private final Script script = new Script();
    private final Traffic traffic = new Traffic();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::daemon);

    private Listener listener;

    private FaultProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = new Listener(0, threads, this::accepted);
        this.port = listener.port();
    }

    /** A proxy on a free port, before the server at {@code server}. */
    public static FaultProxy to(URI server) {
        try {
            return new FaultProxy(new InetSocketAddress(server.getHost(), server.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the proxy is, without a trailing slash. */
    public URI uri() {
        return uri("");
    }

    /** Where {@code path}, which starts with a slash, is on the server, by way of the proxy. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The next request whose path starts with {@code pathPrefix} meets {@code fault}; may be said more than once. */
    public FaultProxy next(String pathPrefix, WireFault fault) {
        script.next(pathPrefix, fault);
        return this;
    }

    /** All requests whose path starts with {@code pathPrefix} meet {@code fault}, unless something is scripted for them. */
    public FaultProxy always(String pathPrefix, WireFault fault) {
        script.always(pathPrefix, fault);
        return this;
    }

    /** The next connection is accepted and ended at once, or never served. */
    public FaultProxy nextConnection(Ending ending) {
        script.nextConnection(ending);
        return this;
    }

    /** No more faults for what arrives from now on. */
    public FaultProxy clear() {
        script.clear();
        return this;
    }

    /** Closes, in good order, those connections on which no request is waiting for its answer, as servers do in the end. */
    public void closeIdleConnections() {
        try {
            for (Line line : lines) {
                line.closeIfIdle();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on connections are refused; those that there are go on. */
    public synchronized void refuseConnections() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes back {@link #refuseConnections}: the proxy is where it was. */
    public synchronized void acceptConnections() {
        try {
            if (listener.isClosed()) {
                listener = new Listener(port, threads, this::accepted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has come along. */
    public Traffic traffic() {
        return traffic;
    }

    /** Closes all connections and waits for the proxy's threads to end. */
    @Override
    public void close() {
        refuseConnections();
        lines.forEach(FaultProxy::quietlyClose);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a thread of the proxy does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accepted(Socket client) {
        Optional<Ending> atOnce = script.takeConnection();
        Line line = new Line(client, server, script, traffic);
        lines.add(line);
        traffic.connected();
        try {
            threads.execute(() -> {
                line.serve(atOnce);
                gone(line);
            });
        } catch (RejectedExecutionException closed) {
            quietlyClose(line);
            gone(line);
        }
    }

    private void gone(Line line) {
        lines.remove(line);
        traffic.disconnected();
    }

    private static void quietlyClose(Line line) {
        try {
            line.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
