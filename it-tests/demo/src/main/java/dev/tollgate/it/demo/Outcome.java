package dev.tollgate.it.demo;

import java.time.Instant;
import java.util.List;

/**
 * What has come out of one shop.
 *
 * @param refreshes when the server made new tokens
 * @param rejected how often the server answered 401
 * @param reuse how often a refresh token was used twice
 * @param mostWaiting the most callers that waited for new tokens at once
 */
record Outcome(
        String name,
        List<Load.Call> calls,
        List<Throwable> failures,
        List<Instant> refreshes,
        int rejected,
        int reuse,
        int mostWaiting) {

    static Outcome of(Shop shop, Load load, Progress progress) {
        return new Outcome(
                shop.name(),
                load.calls(),
                load.failures(),
                shop.server().tokens().refreshTimes(),
                shop.server().resources().rejected(),
                shop.server().tokens().reuseDetected(),
                progress.mostWaiters());
    }

    boolean isGood() {
        return failures.isEmpty() && reuse == 0 && !refreshes.isEmpty();
    }

    List<Load.Call> ofGuests() {
        return calls.stream().filter(Load.Call::guest).toList();
    }

    List<Load.Call> authenticated() {
        return calls.stream().filter(call -> !call.guest()).toList();
    }

    /** Calls with a token, by whether they were made while a refresh was under way. */
    List<Load.Call> authenticated(boolean duringARefresh) {
        return authenticated().stream()
                .filter(call -> overlapsARefresh(call) == duringARefresh)
                .toList();
    }

    private boolean overlapsARefresh(Load.Call call) {
        Instant end = call.from().plus(call.took());
        return refreshes.stream()
                .anyMatch(made -> call.from().isBefore(made) && end.isAfter(made.minus(Servers.TOKEN_LATENCY)));
    }
}
