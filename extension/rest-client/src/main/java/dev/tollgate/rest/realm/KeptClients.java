package dev.tollgate.rest.realm;

import dev.tollgate.rest.refresh.RefreshCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients with which a realm refreshes. Building one costs much, and leaves a warning in the log of WildFly each time:
 * a few are kept. Each is lent to one refresh at a time, so that its end is the end of no other.
 */
final class KeptClients {

    private static final int MOST = 4;

    private final Supplier<RefreshClient> builder;
    private final Deque<RefreshClient> idle = new ArrayDeque<>();
    private boolean closed;

    KeptClients(Supplier<RefreshClient> builder) {
        this.builder = builder;
    }

    Loan lend() {
        RefreshClient kept = poll();
        while (kept != null && kept.isClosed()) {
            kept.close();
            kept = poll();
        }
        return new Loan(kept == null ? builder.get() : kept);
    }

    private synchronized @Nullable RefreshClient poll() {
        return idle.poll();
    }

    private void giveBack(RefreshClient client) {
        if (!keep(client)) {
            client.close();
        }
    }

    private synchronized boolean keep(RefreshClient client) {
        if (closed || idle.size() >= MOST) {
            return false;
        }
        idle.push(client);
        return true;
    }

    /** No more is kept; those that are lent end with their refreshes. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        for (RefreshClient kept = poll(); kept != null; kept = poll()) {
            kept.close();
        }
    }

    /** A client for one refresh; how that ends first decides what becomes of it. */
    final class Loan {

        private final RefreshClient client;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Loan(RefreshClient client) {
            this.client = client;
        }

        Object bean() {
            return client.bean();
        }

        /** {@code refresh} has returned. */
        void returned(RefreshCall refresh) {
            if (ended.compareAndSet(false, true)) {
                if (client.isGoodAfter(refresh)) {
                    giveBack(client);
                } else {
                    client.close();
                }
            }
        }

        /** {@code refresh} has failed, or nobody waits for it any more: with the client its connection ends. */
        void failed(RefreshCall refresh) {
            if (ended.compareAndSet(false, true)) {
                client.isGoodAfter(refresh);
                client.close();
            }
        }
    }
}
