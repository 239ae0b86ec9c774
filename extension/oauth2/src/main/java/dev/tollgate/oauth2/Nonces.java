package dev.tollgate.oauth2;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The newest nonce of each server (RFC 9449 §8.2); of so many of them. Safe for use by many threads. */
final class Nonces {

    static final int MOST_SERVERS = 256;

    /** RFC 9449 §8.1; the length is ours. */
    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,1024}");

    private final Map<String, String> newest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_SERVERS;
        }
    };

    synchronized Optional<String> of(URI server) {
        return Optional.ofNullable(newest.get(Htu.originOf(server)));
    }

    /** What is no nonce is not kept. */
    synchronized void learn(URI server, String nonce) {
        if (NONCE.matcher(nonce).matches()) {
            newest.put(Htu.originOf(server), nonce);
        }
    }
}
