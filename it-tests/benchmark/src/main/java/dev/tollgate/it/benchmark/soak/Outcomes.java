package dev.tollgate.it.benchmark.soak;

import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How calls have ended. Thread-safe; does not grow. */
final class Outcomes {

    /** What may happen to a call where everything goes wrong, and what may not. */
    enum Kind {
        SERVED("served"),
        SESSION_OVER("the session is over (`SessionExpiredException`)"),
        NO_TOKEN("no token for now (`TokenUnavailableException`)"),
        NETWORK("the call itself was lost on the wire"),
        REJECTED("a 401, revoked again before the replay arrived"),
        UNEXPECTED("anything else");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final int SHOWN = 20;

    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();
    private final Collection<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();

    Outcomes() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void took(long nanos) {
        longest.accumulateAndGet(nanos, Math::max);
    }

    Kind served() {
        return count(Kind.SERVED);
    }

    Kind failed(Throwable failure) {
        Kind kind = kindOf(failure);
        if (kind == Kind.UNEXPECTED && unexpected.size() < SHOWN) {
            unexpected.add(failure.toString());
        }
        return count(kind);
    }

    private Kind count(Kind kind) {
        counts.getOrDefault(kind, new LongAdder()).increment();
        return kind;
    }

    private static Kind kindOf(Throwable failure) {
        Kind kind = Kind.UNEXPECTED;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SessionExpiredException) {
                return Kind.SESSION_OVER;
            } else if (cause instanceof TokenUnavailableException) {
                return Kind.NO_TOKEN;
            } else if (cause instanceof NotAuthorizedException) {
                return Kind.REJECTED;
            } else if (cause instanceof IOException || isOfACutHead(cause)) {
                kind = Kind.NETWORK;
            } else if (cause instanceof ProcessingException && cause.getCause() == null) {
                kind = Kind.UNEXPECTED;
            }
        }
        return kind;
    }

    /** Apache's client takes what there is of a head for all of it, and RESTEasy makes of it what it can. */
    private static boolean isOfACutHead(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && String.valueOf(cause.getMessage()).contains("RESTEASY003340");
    }

    Map<Kind, Long> counts() {
        Map<Kind, Long> sums = new EnumMap<>(Kind.class);
        counts.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }

    /** Of all kinds together. */
    long calls() {
        return counts().values().stream().mapToLong(count -> count).sum();
    }

    /** The longest synchronous call, in milliseconds. */
    double longestMillis() {
        return longest.get() / 1e6;
    }

    /** Some of the failures that must not be. */
    Collection<String> unexpected() {
        return unexpected;
    }
}
