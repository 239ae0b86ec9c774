package dev.tollgate.it.wildfly.app;

/** There is one of these in the heap for each class loader that has this class, and is alive. */
final class Marker {

    static final Marker ONE = new Marker();

    private Marker() {}
}
