package dev.tollgate.rest.origin;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The origin of a URI (RFC 6454 section 4).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port never the default by omission
 */
public record Origin(String scheme, String host, int port) {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    /** The origin of {@code uri}; empty if it is not an absolute http or https one with a host. */
    public static Optional<Origin> of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(DEFAULT_PORTS.get(scheme))
                .map(port -> uri.getPort() < 0 ? port : uri.getPort())
                .map(port -> new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
    }

    /** Whether nobody on the way can read along: by TLS, or because there is no way. */
    public boolean isPrivate() {
        return scheme.equals("https") || LOOPBACK.matcher(host).matches();
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
