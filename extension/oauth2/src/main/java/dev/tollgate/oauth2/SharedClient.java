package dev.tollgate.oauth2;

import java.net.http.HttpClient;

/**
 * An HTTP client and how many are about to ask it. Once retired, it ends as soon as nobody is: what it has been asked
 * still gets its answer, but it refuses what comes later. Safe for use by many threads.
 */
final class SharedClient {

    private final HttpClient client;
    private int taken;
    private boolean retired;

    SharedClient(HttpClient client) {
        this.client = client;
    }

    HttpClient client() {
        return client;
    }

    synchronized void take() {
        taken++;
    }

    synchronized void giveBack() {
        taken--;
        endIfDue();
    }

    /** Another one takes its place: nobody takes this one any more. */
    synchronized void retire() {
        retired = true;
        endIfDue();
    }

    private void endIfDue() {
        if (retired && taken == 0) {
            HttpThreads.endOnceIdle(client);
        }
    }
}
