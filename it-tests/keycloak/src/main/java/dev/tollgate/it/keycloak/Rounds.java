package dev.tollgate.it.keycloak;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Many callers who call one client after the other, until each of these has shown enough tokens to the API. */
public final class Rounds {

    private static final int CALLERS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, Supplier<String>> clients;
    private final Map<String, Set<String>> answers = new TreeMap<>();
    private int rounds;

    private Rounds(Map<String, Supplier<String>> clients) {
        this.clients = clients;
        clients.keySet().forEach(name -> answers.put(name, ConcurrentHashMap.newKeySet()));
    }

    /**
     * Calls until the token of each client has been replaced so many times.
     *
     * @param clients calls, by their names, whose answers tell one token from another
     * @throws AssertionError with the cause, if a single call fails
     */
    public static Rounds across(int expiries, Map<String, Supplier<String>> clients) throws Exception {
        Rounds rounds = new Rounds(clients);
        try (Callers callers = new Callers(CALLERS, rounds::round)) {
            Await.until(
                    "tokens are replaced " + expiries + " times: " + rounds,
                    PATIENCE,
                    () -> rounds.haveSeen(expiries) || callers.callingStill() < CALLERS);
            callers.stop();
            for (Throwable ending : callers.endings()) {
                if (!(ending instanceof Callers.NoFailure)) {
                    throw new AssertionError("a call has failed", ending);
                }
            }
            rounds.rounds = callers.calls();
        }
        return rounds;
    }

    private void round() {
        clients.forEach((name, call) -> seenBy(name).add(call.get()));
    }

    private boolean haveSeen(int expiries) {
        return answers.values().stream().allMatch(seen -> seen.size() > expiries);
    }

    private Set<String> seenBy(String name) {
        return answers.getOrDefault(name, Set.of());
    }

    /** How many tokens the calls of {@code client} have shown. */
    public int tokens(String client) {
        return seenBy(client).size();
    }

    @Override
    public String toString() {
        return "%d callers, %d calls, 0 failed, access tokens: %s"
                .formatted(
                        CALLERS,
                        rounds * clients.size(),
                        answers.keySet().stream()
                                .map(name -> name + " " + tokens(name))
                                .collect(Collectors.joining(", ")));
    }
}
