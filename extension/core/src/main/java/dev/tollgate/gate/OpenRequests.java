package dev.tollgate.gate;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests to the token source of one realm that are under way. Once closed, no request begins any more, while those
 * that have begun may end. Safe for use by many threads.
 */
final class OpenRequests {

    private final Set<Errand> open = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> allEnded = new CompletableFuture<>();
    private volatile boolean closed;

    /** A request that has not begun yet. */
    Errand errand() {
        return new Errand();
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets no further request begin. The stage ends with the last one that is under way. */
    CompletionStage<Void> close() {
        closed = true;
        tellIfAllHaveEnded();
        return allEnded.copy();
    }

    private void tellIfAllHaveEnded() {
        if (closed && open.isEmpty()) {
            allEnded.complete(null);
        }
    }

    /** One request. */
    final class Errand {

        private volatile boolean begun;
        private volatile boolean ended;

        private Errand() {}

        /** From now on the server may see it; false if it must not begin any more. */
        boolean begin() {
            begun = true;
            open.add(this);
            if (closed || ended) { // looked at behind the add, or neither this thread nor the closing one might see the
                // other
                end();
                return false;
            }
            return true;
        }

        void end() {
            ended = true;
            open.remove(this);
            tellIfAllHaveEnded();
        }

        boolean hasBegun() {
            return begun;
        }
    }
}
