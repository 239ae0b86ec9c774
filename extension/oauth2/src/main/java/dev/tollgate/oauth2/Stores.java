package dev.tollgate.oauth2;

import dev.tollgate.oauth2.OAuth2Settings.Http;
import dev.tollgate.oauth2.OAuth2Settings.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates from files. */
final class Stores {

    private Stores() {}

    /** Why {@code store} can not be used; empty if it can. */
    static Optional<String> objectionTo(Store store) {
        try {
            load(store);
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of("must be a key store (PKCS #12 or JKS) that opens with its password: " + e.getMessage());
        }
    }

    /** The JDK's own for what is not configured. */
    static SSLContext context(Http http) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                http.keyStore().isEmpty() ? null : keys(http.keyStore().get()),
                http.trustStore().isEmpty() ? null : trust(http.trustStore().get()),
                null);
        return context;
    }

    /** Changes when one of the files does. */
    static String stamp(Http http) {
        StringBuilder stamp = new StringBuilder();
        Stream.of(http.keyStore(), http.trustStore())
                .flatMap(Optional::stream)
                .forEach(store -> stamp.append(stampOf(store)).append(' '));
        return stamp.toString();
    }

    private static String stampOf(Store store) {
        try {
            FileTime changed = Files.getLastModifiedTime(store.file());
            return changed.toMillis() + "/" + Files.size(store.file());
        } catch (IOException e) {
            return "missing";
        }
    }

    private static KeyManager[] keys(Store store) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(store), password(store));
        return keys.getKeyManagers();
    }

    private static TrustManager[] trust(Store store) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(store));
        return trust.getTrustManagers();
    }

    private static KeyStore load(Store store) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.file().toFile(), password(store));
    }

    @SuppressWarnings("NullAway") // the JDK takes null for no password
    private static char @Nullable [] password(Store store) {
        return store.password().map(String::toCharArray).orElse(null);
    }
}
