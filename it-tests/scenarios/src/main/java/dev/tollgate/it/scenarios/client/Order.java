package dev.tollgate.it.scenarios.client;

import org.jspecify.annotations.Nullable;

/** What is ordered, and what the server's echo says of it; bound to JSON by its fields. */
public class Order {

    public @Nullable String item;
    public @Nullable String body;
    public int generation;

    public static Order of(String item) {
        Order order = new Order();
        order.item = item;
        return order;
    }
}
