package dev.tollgate.it.demo;

import dev.tollgate.testkit.FakeServer;
import jakarta.json.JsonObject;

/** An application and the servers that it talks to. */
interface Shop extends AutoCloseable {

    /** Who takes care of its tokens. */
    String name();

    FakeServer server();

    JsonObject order(int number);

    /** For guests too. */
    JsonObject catalog();

    /** How many callers wait for new tokens at the moment. */
    int waiting();

    /** Where its gate stands, if it has one. */
    String state();

    @Override
    void close();
}
