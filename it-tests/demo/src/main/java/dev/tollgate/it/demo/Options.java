package dev.tollgate.it.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the demo can be told.
 *
 * @param seconds how long each shop is open
 * @param callers how many call at the same time
 * @param live an authorization server that is there already, if the demo shall use it instead of one of its own
 */
record Options(int seconds, int callers, Optional<Live> live) {

    static final String USAGE = "usage: Demo [--seconds 1..300] [--callers 1..500]"
            + " [--issuer <address> --client-id <id> --client-secret <secret>]";

    private static final Set<String> NAMES =
            Set.of("--seconds", "--callers", "--issuer", "--client-id", "--client-secret");
    private static final int MOST_SECONDS = 300;
    private static final int MOST_CALLERS = 500;

    /** Where the tokens come from (RFC 8414), and who asks for them (RFC 6749 §4.4). */
    record Live(URI issuer, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return clientId + " at " + issuer;
        }
    }

    /** Empty if the arguments make no sense. */
    static Optional<Options> parse(String... arguments) {
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            told.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length != 2 * told.size() || !NAMES.containsAll(told.keySet())) {
            return Optional.empty();
        }
        int seconds = number(told.getOrDefault("--seconds", "10"), MOST_SECONDS);
        int callers = number(told.getOrDefault("--callers", "32"), MOST_CALLERS);
        Optional<Live> live = live(told);
        boolean sensible = seconds > 0 && callers > 0 && live.isPresent() == told.containsKey("--issuer");
        return sensible ? Optional.of(new Options(seconds, callers, live)) : Optional.empty();
    }

    /** Zero if {@code text} is none from 1 to {@code most}. */
    private static int number(String text, int most) {
        return text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= most ? Integer.parseInt(text) : 0;
    }

    private static Optional<Live> live(Map<String, String> told) {
        String issuer = told.getOrDefault("--issuer", "");
        String id = told.getOrDefault("--client-id", "");
        String secret = told.getOrDefault("--client-secret", "");
        try {
            return issuer.isEmpty() || id.isEmpty() || secret.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Live(new URI(issuer), id, secret));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
