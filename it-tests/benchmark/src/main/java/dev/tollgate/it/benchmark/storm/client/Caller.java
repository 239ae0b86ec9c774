package dev.tollgate.it.benchmark.storm.client;

/** What a user does. */
public interface Caller {

    /** Signs all users in. */
    void signIn();

    /** A call; it has failed if it throws. */
    void call();

    /** A call that needs no token. */
    void guestCall();
}
