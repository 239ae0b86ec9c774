package dev.tollgate.rest.replay;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be kept of bodies, of calls and of the 401s that they wait with: so many bytes of one, and so many of all
 * together. Safe for use by many threads.
 *
 * <p>A call gives its share back when it has been answered. One that is never answered (the connection broke) does so
 * when it is garbage; that is noticed when somebody else asks for a share.
 */
public final class BodyBudget {

    private final int perCall;
    private final long inTotal;
    private final AtomicLong kept = new AtomicLong();
    private final ReferenceQueue<BodyShare> garbage = new ReferenceQueue<>();
    private final Map<Reference<?>, AtomicLong> shares = new ConcurrentHashMap<>();

    /** Limits in bytes. */
    public BodyBudget(int perCall, long inTotal) {
        this.perCall = perCall;
        this.inTotal = inTotal;
    }

    /** A body of which nothing has been written yet. */
    public CapturedBody open() {
        return new CapturedBody(share());
    }

    /** Room for a body of which nothing is kept yet. */
    public BodyShare share() {
        return share(perCall);
    }

    /** Room for up to {@code limit} bytes of a body, of which it is not yet known whether they are for a replay. */
    public BodyShare share(int limit) {
        collectGarbage();
        AtomicLong taken = new AtomicLong();
        BodyShare share = new BodyShare(this, taken, limit);
        shares.put(new WeakReference<>(share, garbage), taken);
        return share;
    }

    /** How many bytes are being kept. */
    public long kept() {
        collectGarbage();
        return kept.get();
    }

    /** Whether {@code share} may grow by {@code bytes}; if so, it has. */
    boolean grow(AtomicLong share, int bytes) {
        if (kept.addAndGet(bytes) > inTotal) {
            kept.addAndGet(-bytes);
            return false;
        }
        share.addAndGet(bytes);
        return true;
    }

    void giveBack(AtomicLong share) {
        kept.addAndGet(-share.getAndSet(0));
    }

    private void collectGarbage() {
        for (Reference<?> dead = garbage.poll(); dead != null; dead = garbage.poll()) {
            AtomicLong share = shares.remove(dead);
            if (share != null) {
                giveBack(share);
            }
        }
    }
}
