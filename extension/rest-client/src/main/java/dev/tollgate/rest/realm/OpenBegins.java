package dev.tollgate.rest.realm;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one call has begun and has not ended yet. An end that comes on a thread which has not begun does not say which
 * begin it is for: as long as there are more begins than such ends, each of them may be under way. Safe for use by many
 * threads.
 *
 * @param <B> a begin, told apart by identity
 */
final class OpenBegins<B> {

    private final List<B> open = new ArrayList<>(1);
    private boolean everBegun;
    private int endsElsewhere;

    synchronized void add(B begin) {
        everBegun = true;
        open.add(begin);
        dropIfAllHaveEnded();
    }

    synchronized void remove(B begin) {
        open.removeIf(other -> other == begin);
        dropIfAllHaveEnded();
    }

    /** One of them has ended, wherever that was. It may come before its begin, or once too often. */
    synchronized void endOne() {
        if (!everBegun || !open.isEmpty()) {
            endsElsewhere++;
        }
        dropIfAllHaveEnded();
    }

    synchronized boolean has(B begin) {
        return open.stream().anyMatch(other -> other == begin);
    }

    private void dropIfAllHaveEnded() {
        if (everBegun && endsElsewhere >= open.size()) {
            open.clear();
            endsElsewhere = 0;
        }
    }
}
