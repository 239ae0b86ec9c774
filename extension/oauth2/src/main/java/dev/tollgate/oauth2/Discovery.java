package dev.tollgate.oauth2;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the issuer for its metadata when they are first needed: by one thread, for all. What has failed is asked again
 * with the next attempt of a gate. What is known is looked up again after a day, or when it has proven to be out of
 * date, and kept if that fails.
 */
final class Discovery {

    /** Servers seldom change, and tell nobody. */
    static final Duration FRESH = Duration.ofDays(1);

    /** Until what could not be looked up is looked up once more. */
    static final Duration LOOKED_UP_AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    private final MetadataLookup lookup;
    private final TimeSource time;
    private final AtomicReference<@Nullable CompletableFuture<Metadata>> asking = new AtomicReference<>();
    private volatile @Nullable Known known;

    private record Known(Metadata metadata, long staleAt) {}

    Discovery(MetadataLookup lookup, TimeSource time) {
        this.lookup = lookup;
        this.time = time;
    }

    /**
     * Takes half of the time at most, so that an attempt which ends in here is known to have sent nothing.
     *
     * @throws TokenFailure if they can not be had; no secret has been sent then
     */
    Metadata metadata(Deadline attempt) {
        Known current = known;
        if (current != null && time.nanoTime() - current.staleAt < 0) {
            return current.metadata;
        }
        Deadline deadline = half(attempt);
        return askedByOne(current, running -> current == null ? await(running, deadline) : current.metadata, deadline);
    }

    /** {@code old} ones have proven to be out of date: what they are now; the same if nobody can tell. */
    Metadata newerThan(Metadata old, Deadline attempt) {
        Known current = known;
        if (current == null || !current.metadata.equals(old)) {
            return metadata(attempt);
        }
        Deadline deadline = half(attempt);
        return askedByOne(current, running -> await(running, deadline), deadline);
    }

    private Deadline half(Deadline attempt) {
        return Deadline.in(attempt.remaining().dividedBy(2), time);
    }

    private Metadata askedByOne(
            @Nullable Known current, Function<CompletableFuture<Metadata>, Metadata> byAnother, Deadline deadline) {
        CompletableFuture<Metadata> mine = new CompletableFuture<>();
        CompletableFuture<Metadata> running = asking.compareAndExchange(null, mine);
        if (running != null) {
            return byAnother.apply(running);
        }
        try {
            Metadata found = meanwhile(current, deadline);
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.set(null);
        }
    }

    private Metadata meanwhile(@Nullable Known current, Deadline deadline) {
        Known meanwhile = known;
        if (meanwhile != null && !meanwhile.equals(current)) {
            return meanwhile.metadata;
        }
        return current == null ? ask(deadline) : askAgain(current.metadata, deadline);
    }

    private Metadata keep(Metadata metadata, Duration life) {
        known = new Known(metadata, time.nanoTime() + life.toNanos());
        return metadata;
    }

    /** Takes half of the time at most: what it is needed for has to be sent too. */
    private Metadata askAgain(Metadata old, Deadline deadline) {
        try {
            return ask(half(deadline));
        } catch (TokenFailure e) {
            LOG.log(
                    Level.WARNING,
                    "the metadata of " + lookup.issuer() + " could not be looked up again; those known are kept",
                    e);
            return keep(old, LOOKED_UP_AGAIN);
        }
    }

    private static Metadata await(CompletableFuture<Metadata> running, Deadline deadline) {
        try {
            return running.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TokenFailure.Transient.unsent("interrupted while the issuer was asked for its metadata", e);
        } catch (TimeoutException e) {
            throw TokenFailure.Transient.unsent("the issuer has not answered in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TokenFailure told
                    ? told
                    : TokenFailure.Transient.unsent("the issuer's metadata could not be had", e.getCause());
        }
    }

    private Metadata ask(Deadline deadline) {
        return keep(lookup.find(deadline), FRESH);
    }
}
