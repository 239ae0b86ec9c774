package dev.tollgate.oauth2;

import dev.tollgate.oauth2.OAuth2Settings.Http;
import dev.tollgate.time.TimeSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of a realm. One that has been idle is not used again: a server may just be closing its kept connections,
 * and a refresh that is lost that way could cost the session. Safe for use by many threads.
 */
final class Connections {

    /** Shorter than any server keeps an idle connection. */
    static final Duration IDLE = Duration.ofSeconds(2);

    private final Http settings;
    private final TimeSource time;
    private @Nullable HttpClient client;
    private String stamp = "";
    private long usedAt;

    Connections(Http settings, TimeSource time) {
        this.settings = settings;
        this.time = time;
    }

    /** The client for one request; also another one when a certificate has been replaced. */
    synchronized HttpClient client() throws IOException {
        long now = time.nanoTime();
        String seen = Stores.stamp(settings);
        HttpClient known = client;
        if (known == null || now - usedAt > IDLE.toNanos() || !seen.equals(stamp)) {
            known = open();
            client = known;
            stamp = seen;
        }
        usedAt = now;
        return known;
    }

    private HttpClient open() throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.proxy()
                .ifPresent(proxy -> builder.proxy(
                        ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort()))));
        if (settings.keyStore().isPresent() || settings.trustStore().isPresent()) {
            try {
                builder.sslContext(Stores.context(settings));
            } catch (GeneralSecurityException e) {
                throw new IOException("the key store or the trust store can not be used: " + e.getMessage(), e);
            }
        }
        return builder.build();
    }
}
