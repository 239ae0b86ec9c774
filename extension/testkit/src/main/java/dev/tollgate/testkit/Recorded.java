package dev.tollgate.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param method in upper case
 * @param path as on the wire, escapes and all
 * @param query as on the wire, without the question mark; empty if there was none
 * @param headers by name, in whatever case one asks for them
 * @param body as UTF-8, decompressed if it came as gzip
 * @param status of the answer; 0 if there is none yet, or there never was
 * @param certificate the thumbprint of the certificate of who sent it; null if there was none
 */
public record Recorded(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        String body,
        int status,
        @Nullable String certificate) {

    /** A request; the headers are copied. */
    public Recorded {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
    }

    /** A request of who showed no certificate. */
    public Recorded(
            String method, String path, String query, Map<String, List<String>> headers, String body, int status) {
        this(method, path, query, headers, body, status, null);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The {@code Authorization} header. */
    public Optional<String> authorization() {
        return header("Authorization");
    }

    /** The token of an {@code Authorization} header of the scheme {@code Bearer}. */
    public Optional<String> bearerToken() {
        return credentials("Bearer");
    }

    Optional<String> credentials(String scheme) {
        return authorization()
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(value -> value.substring(scheme.length() + 1).trim());
    }

    boolean hasBody(String mediaType) {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].trim().equalsIgnoreCase(mediaType))
                .orElse(false);
    }

    Recorded answeredWith(int status) {
        return new Recorded(method, path, query, headers, body, status, certificate);
    }
}
