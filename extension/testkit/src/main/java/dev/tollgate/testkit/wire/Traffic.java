package dev.tollgate.testkit.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What has gone through a proxy, and what has got stuck there. Thread-safe. */
public final class Traffic {

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger reused = new AtomicInteger();
    private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());

    Traffic() {}

    /** Connections that clients have made. */
    public int connections() {
        return connections.get();
    }

    /** Connections of clients that are open now. */
    public int open() {
        return open.get();
    }

    /** Requests that came on a connection that had carried one before. */
    public int onReusedConnections() {
        return reused.get();
    }

    /** The request lines that clients have sent, such as {@code POST /token HTTP/1.1}, in the order of their arrival. */
    public List<String> arrived() {
        return List.copyOf(arrived);
    }

    /** Those of the requests that were delivered to the server. */
    public List<String> delivered() {
        return List.copyOf(delivered);
    }

    void connected() {
        connections.incrementAndGet();
        open.incrementAndGet();
    }

    void disconnected() {
        open.decrementAndGet();
    }

    void arrived(Head request, boolean onReusedConnection) {
        arrived.add(request.firstLine());
        reused.addAndGet(onReusedConnection ? 1 : 0);
    }

    void delivered(Head request) {
        delivered.add(request.firstLine());
    }
}
