package dev.tollgate.rest.replay;

import java.util.concurrent.atomic.AtomicLong;

/** The share that one body has of what may be kept. */
public final class BodyShare {

    private final BodyBudget budget;
    private final AtomicLong taken;

    BodyShare(BodyBudget budget, AtomicLong taken) {
        this.budget = budget;
        this.taken = taken;
    }

    /** How many bytes may be kept of one body. */
    public int limit() {
        return budget.perCall();
    }

    /** Whether {@code bytes} more may be kept; if so, they count. */
    public boolean grow(int bytes) {
        return budget.grow(taken, bytes);
    }

    /** Nothing is kept any more. */
    public void giveBack() {
        budget.giveBack(taken);
    }
}
