package dev.tollgate.gate;

import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes room for a new session where there are as many as there may be: forgets one that has nothing to lose, and of those
 * one that nobody uses. A hand goes round all gates, a few at a time, so that no caller looks at all of them; a round that
 * was in vain is not repeated for a while. Safe for use by many threads.
 */
final class SessionRoom {

    static final Duration IDLE_AFTER = Duration.ofSeconds(1);
    static final Duration NOT_AGAIN_FOR = Duration.ofSeconds(1);

    private static final int LOOKED_AT_ONCE = 64;
    private static final int MOST_EMPTIED = 1024;

    private final Collection<TokenGate> gates;
    private final Predicate<TokenGate> nothingToLose;
    private final Predicate<TokenGate> forget;
    private final TimeSource time;
    private final Queue<TokenGate> emptied = new ArrayBlockingQueue<>(MOST_EMPTIED);
    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicInteger withoutIdle = new AtomicInteger();
    private Iterator<TokenGate> hand = Collections.emptyIterator();
    private volatile long nothingUntil;
    private volatile long noIdleUntil;

    /**
     * @param gates all that there are, at any moment
     * @param nothingToLose whether a gate may be forgotten, as far as it can be told from outside
     * @param forget forgets a gate, unless somebody uses it; whether that was done
     */
    SessionRoom(
            Collection<TokenGate> gates,
            Predicate<TokenGate> nothingToLose,
            Predicate<TokenGate> forget,
            TimeSource time) {
        this.gates = gates;
        this.nothingToLose = nothingToLose;
        this.forget = forget;
        this.time = time;
        this.nothingUntil = time.nanoTime();
        this.noIdleUntil = nothingUntil;
    }

    /** The session of {@code gate} has ended: it is the first to go. */
    void emptied(TokenGate gate) {
        emptied.offer(gate);
    }

    /** Forgets one session; false if there is none that may be. */
    boolean make() {
        for (TokenGate gate = emptied.poll(); gate != null; gate = emptied.poll()) {
            if (nothingToLose.test(gate) && forget.test(gate)) {
                return true;
            }
        }
        return forgetTheNext();
    }

    private boolean forgetTheNext() {
        int most = 2 * gates.size() + LOOKED_AT_ONCE; // others turn the hand too, or use what is to be forgotten
        for (int looked = 0; looked <= most && !isBefore(nothingUntil); looked += LOOKED_AT_ONCE) {
            List<TokenGate> next = next();
            TokenGate least = leastRecentlyUsed(next);
            if (least == null) {
                wholeRound(withoutIdle, next);
                if (wholeRound(inVain, next)) {
                    nothingUntil = soon();
                }
            } else if (mayGo(least, next) && forget.test(least)) {
                return true;
            }
        }
        return false;
    }

    /** One that is in use goes only where a whole round has shown none that is not. */
    private boolean mayGo(TokenGate least, List<TokenGate> looked) {
        inVain.set(0);
        if (least.isUnusedFor(IDLE_AFTER, time.nanoTime())) {
            withoutIdle.set(0);
            return true;
        }
        if (wholeRound(withoutIdle, looked)) {
            noIdleUntil = soon();
        }
        return isBefore(noIdleUntil);
    }

    private boolean wholeRound(AtomicInteger count, List<TokenGate> looked) {
        boolean whole = count.addAndGet(looked.size()) >= gates.size();
        if (whole) {
            count.set(0);
        }
        return whole;
    }

    private @Nullable TokenGate leastRecentlyUsed(List<TokenGate> looked) {
        TokenGate least = null;
        for (TokenGate gate : looked) {
            if (nothingToLose.test(gate) && (least == null || gate.wasUsedBefore(least))) {
                least = gate;
            }
        }
        return least;
    }

    /** The next few, from the beginning again after the last one. */
    private synchronized List<TokenGate> next() {
        List<TokenGate> next = new ArrayList<>(LOOKED_AT_ONCE);
        boolean begunAnew = false;
        while (next.size() < LOOKED_AT_ONCE && (hand.hasNext() || !begunAnew)) {
            if (!hand.hasNext()) {
                hand = gates.iterator();
                begunAnew = true;
            } else {
                next.add(hand.next());
            }
        }
        return next;
    }

    private boolean isBefore(long moment) {
        return time.nanoTime() - moment < 0;
    }

    private long soon() {
        return time.nanoTime() + NOT_AGAIN_FOR.toNanos();
    }
}
