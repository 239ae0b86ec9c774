package dev.tollgate.oauth2;

import dev.tollgate.oauth2.OAuth2Settings.Http;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.TimeSource;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of a realm. One that has been idle is not used again: a server may just be closing its kept connections,
 * and a refresh that is lost that way could cost the session. Safe for use by many threads.
 */
final class Connections {

    /** Shorter than any server keeps an idle connection. */
    static final Duration IDLE = Duration.ofSeconds(2);

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    private final Http settings;
    private final TimeSource time;
    private @Nullable HttpClient client;
    private @Nullable SSLContext tls;
    private String stamp = "";
    private long usedAt;

    Connections(Http settings, TimeSource time) {
        this.settings = settings;
        this.time = time;
    }

    /** The client for one request; also another one when a certificate has been replaced. */
    synchronized HttpClient client() {
        long now = time.nanoTime();
        boolean replaced = readStores(Stores.stamp(settings));
        HttpClient known = client;
        if (known == null || replaced || now - usedAt > IDLE.toNanos()) {
            known = open();
            client = known;
        }
        usedAt = now;
        return known;
    }

    /** Whether there were others. Those that are just being written are read with the next request. */
    private boolean readStores(String seen) {
        if (seen.equals(stamp)) {
            return false;
        }
        try {
            tls = Stores.context(settings);
            stamp = seen;
            return true;
        } catch (IOException | GeneralSecurityException e) {
            String what = "the key store or the trust store can not be read: " + e.getMessage();
            if (tls == null) {
                throw TokenFailure.Transient.unsent(what, e);
            }
            LOG.log(Level.WARNING, what + "; what was in them before is used on");
            return false;
        }
    }

    private HttpClient open() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.proxy()
                .ifPresent(proxy -> builder.proxy(
                        ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort()))));
        if (tls != null) {
            builder.sslContext(tls);
        }
        return builder.build();
    }
}
