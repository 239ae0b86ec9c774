package dev.tollgate.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the authorization server has counted. Thread-safe. */
final class Tally {

    private int logins;
    private int clientCredentials;
    private int assertions;
    private int exchanges;
    private int reuseDetected;
    private int deadFamilies;
    private int refreshAttempts;
    private int refreshesUnderWay;
    private int maxConcurrentRefreshes;
    private final List<Instant> refreshTimes = new ArrayList<>();

    synchronized void loggedIn() {
        logins++;
    }

    synchronized void clientGranted() {
        clientCredentials++;
    }

    synchronized void assertionAccepted() {
        assertions++;
    }

    synchronized void exchanged() {
        exchanges++;
    }

    synchronized void reused() {
        reuseDetected++;
    }

    synchronized void familyDied() {
        deadFamilies++;
    }

    synchronized void refreshArrived() {
        refreshAttempts++;
        refreshesUnderWay++;
        maxConcurrentRefreshes = Math.max(maxConcurrentRefreshes, refreshesUnderWay);
    }

    synchronized void refreshed(Instant when) {
        refreshTimes.add(when);
    }

    synchronized void refreshDone() {
        refreshesUnderWay--;
    }

    synchronized int logins() {
        return logins;
    }

    synchronized int clientCredentials() {
        return clientCredentials;
    }

    synchronized int assertions() {
        return assertions;
    }

    synchronized int exchanges() {
        return exchanges;
    }

    synchronized int reuseDetected() {
        return reuseDetected;
    }

    synchronized int deadFamilies() {
        return deadFamilies;
    }

    synchronized int refreshAttempts() {
        return refreshAttempts;
    }

    synchronized int failedRefreshes() {
        return refreshAttempts - refreshesUnderWay - refreshTimes.size();
    }

    synchronized int maxConcurrentRefreshes() {
        return maxConcurrentRefreshes;
    }

    synchronized List<Instant> refreshTimes() {
        return List.copyOf(refreshTimes);
    }
}
