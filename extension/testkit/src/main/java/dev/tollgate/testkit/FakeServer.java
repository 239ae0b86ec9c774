package dev.tollgate.testkit;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.tollgate.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server and a resource server behind one real socket of this machine, for tests of clients: it counts
 * and records what arrives, holds requests until told otherwise, and fails on demand. Thread-safe.
 */
public final class FakeServer implements AutoCloseable {

    static {
        // The JDK's server writes head and body apart. With Nagle's algorithm the body waits for the acknowledgement of
        // the head, which the client delays: 40 ms for each answer. The server reads this property once, when created.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;

    private static final String MAX_IDLE_CONNECTIONS = "sun.net.httpserver.maxIdleConnections";
    private static final String MORE_THAN_A_SUITE_OPENS = "10000";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(FakeServer::daemon);
    private final Dispatcher dispatcher;

    private FakeServer(TimeSource time, @Nullable SSLContext tls) throws IOException {
        keepIdleConnections();
        dispatcher = new Dispatcher(new AuthorizationServer(time));
        http = server(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), tls);
        http.setExecutor(threads);
        http.createContext("/", dispatcher);
        http.start();
    }

    private static HttpServer server(InetSocketAddress address, @Nullable SSLContext tls) throws IOException {
        if (tls == null) {
            return HttpServer.create(address, BACKLOG);
        }
        HttpsServer https = HttpsServer.create(address, BACKLOG);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = tls.getDefaultSSLParameters();
                parameters.setWantClientAuth(true);
                connection.setSSLParameters(parameters);
            }
        });
        return https;
    }

    /**
     * The JDK's server closes idle connections beyond the 200th at once; a client that has just taken one out of its pool
     * finds it dead then. The clients of a whole test suite keep more.
     */
    private static void keepIdleConnections() {
        if (System.getProperty(MAX_IDLE_CONNECTIONS) == null) {
            System.setProperty(MAX_IDLE_CONNECTIONS, MORE_THAN_A_SUITE_OPENS);
        }
    }

    /** A server on a free port, whose tokens age by the clocks of this machine. */
    public static FakeServer start() {
        return start(TimeSource.system());
    }

    /** A server on a free port, whose tokens age by {@code time}. */
    public static FakeServer start(TimeSource time) {
        return start(time, null);
    }

    /**
     * A server on a free port that speaks TLS and asks its clients for their certificates, without insisting. Tokens that
     * are asked for with a certificate are bound to it (RFC 8705 §3).
     */
    public static FakeServer start(SSLContext tls) {
        return start(TimeSource.system(), tls);
    }

    private static FakeServer start(TimeSource time, @Nullable SSLContext tls) {
        try {
            return new FakeServer(time, tls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the server is, without a trailing slash. */
    public URI uri() {
        return uri("");
    }

    /** Where {@code path}, which starts with a slash, is on the server. */
    public URI uri(String path) {
        String scheme = http instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    /** The half that issues tokens. */
    public AuthorizationServer tokens() {
        return dispatcher.tokens;
    }

    /** The half that asks for tokens. */
    public ResourceServer resources() {
        return dispatcher.resources;
    }

    /** What has arrived. */
    public Recorder requests() {
        return dispatcher.recorder;
    }

    /** What goes wrong. */
    public Faults faults() {
        return dispatcher.faults;
    }

    /** From now on requests whose path starts with {@code pathPrefix} wait until the hold is released. */
    public Hold hold(String pathPrefix) {
        return dispatcher.holds.add(pathPrefix);
    }

    /** Back to the defaults: forgets tokens, counts, recordings, faults; requests still inside lose their connection. */
    public void reset() {
        dispatcher.reset();
    }

    /** Stops the server at once. */
    @Override
    public void close() {
        dispatcher.reset();
        http.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-server");
        thread.setDaemon(true);
        return thread;
    }
}
