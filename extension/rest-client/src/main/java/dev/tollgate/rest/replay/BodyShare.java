package dev.tollgate.rest.replay;

import java.util.concurrent.atomic.AtomicLong;

/** The share that one body has of what may be kept. */
public final class BodyShare {

    private final BodyBudget budget;
    private final AtomicLong taken;
    private final int limit;

    BodyShare(BodyBudget budget, AtomicLong taken, int limit) {
        this.budget = budget;
        this.taken = taken;
        this.limit = limit;
    }

    /** How many bytes may be kept of one body. */
    public int limit() {
        return limit;
    }

    /** Whether {@code bytes} more may be kept; if so, they count. */
    public boolean grow(int bytes) {
        return taken.get() + bytes <= limit && budget.grow(taken, bytes);
    }

    /** Nothing is kept any more. */
    public void giveBack() {
        budget.giveBack(taken);
    }
}
