package dev.tollgate.gate;

/**
 * The calls that a server treats alike, and whether this one can be sent again.
 *
 * @param name of those calls: one method of one client
 * @param repeatable false if its caller gets the answer when its token is rejected
 */
public record CallKind(String name, boolean repeatable) {

    /** The calls of one method of one client. */
    public static CallKind of(String name) {
        return new CallKind(name, true);
    }

    CallKind sentOnlyOnce() {
        return new CallKind(name, false);
    }
}
