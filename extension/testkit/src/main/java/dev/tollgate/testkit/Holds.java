package dev.tollgate.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The holds a request has to pass. */
final class Holds {

    private final List<Hold> holds = new CopyOnWriteArrayList<>();

    Hold add(String pathPrefix) {
        Hold hold = new Hold(pathPrefix);
        holds.add(hold);
        return hold;
    }

    void pass(String path) throws InterruptedException {
        for (Hold hold : holds) {
            hold.pass(path);
        }
    }

    void reset() {
        holds.forEach(Hold::release);
        holds.clear();
    }
}
