package dev.tollgate.oauth2;

import java.net.URI;
import java.util.Locale;

/**
 * The address of a request as its proof names it: without query and fragment (RFC 9449 §4.2), and written the way in which
 * servers compare it (RFC 3986 §6.2.2 and §6.2.3).
 */
final class Htu {

    private Htu() {}

    static URI of(URI target) {
        String path = target.getRawPath();
        return URI.create(originOf(target) + (path == null || path.isEmpty() ? "/" : path));
    }

    /** What tells one server from another: {@code https://api.example.com}. */
    static String originOf(URI target) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        int port = target.getPort();
        return scheme + "://" + host + (port < 0 || port == defaultPort(scheme) ? "" : ":" + port);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
