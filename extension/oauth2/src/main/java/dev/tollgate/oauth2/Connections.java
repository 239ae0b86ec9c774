package dev.tollgate.oauth2;

import dev.tollgate.oauth2.OAuth2Settings.Http;
import dev.tollgate.oauth2.OAuth2Settings.Proxy;
import dev.tollgate.source.TokenFailure;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The HTTP client of a realm, which ends with it. Another one takes its place only for a new certificate. */
final class Connections implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    private final Http settings;
    private final HttpThreads threads = new HttpThreads();
    private @Nullable SharedClient current;
    private @Nullable SSLContext tls;
    private String stamp = "";
    private boolean closed;

    Connections(Http settings) {
        this.settings = settings;
    }

    /** Begins one request, whose client does not end before it has begun. */
    <T> CompletableFuture<T> begin(Function<HttpClient, CompletableFuture<T>> request) {
        SharedClient taken = taken();
        try {
            return request.apply(taken.client());
        } finally {
            taken.giveBack();
        }
    }

    private synchronized SharedClient taken() {
        if (closed) {
            throw TokenFailure.Transient.unsent("the realm has ended", null);
        }
        boolean replaced = readStores(Stores.stamp(settings));
        SharedClient known = current;
        if (known == null || replaced) {
            if (known != null) {
                known.retire();
            }
            known = new SharedClient(open());
            current = known;
        }
        known.take();
        return known;
    }

    /** What a proxy is told of who asks, before it asks: the JDK's authenticator would also answer for the server. */
    Optional<String> proxyAuthorization() {
        return settings.proxy().flatMap(Proxy::authorization);
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
                .executor(threads.executor())
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.proxy()
                .ifPresent(proxy -> builder.proxy(
                        ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))));
        if (tls != null) {
            builder.sslContext(tls);
        }
        return builder.build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        SharedClient known = current;
        if (known != null) {
            HttpThreads.endNow(known.client());
        }
        current = null;
        threads.close();
    }
}
