package dev.tollgate.source;

/** The call, or whatever else, that made the gate ask for a token. */
@FunctionalInterface
public interface Trigger {

    /** A name for people, such as {@code ShopClient.orders}; it never contains a token. */
    String describe();
}
