package dev.tollgate.rest.realm;

import dev.tollgate.source.SourceSettings;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.TokenSourceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The token sources that configuration asks for, and what is on the class path to make them. */
final class ConfiguredSources {

    /** What nobody would write without wanting a source; said with the artifact where nobody understands it. */
    private static final List<RealmKey> WANTED = List.of(RealmKey.ISSUER, RealmKey.TOKEN_ENDPOINT);

    private final List<TokenSourceProvider> providers;

    ConfiguredSources(List<TokenSourceProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** Those that this thread's class loader sees. */
    static ConfiguredSources find() {
        List<TokenSourceProvider> found = new ArrayList<>();
        ServiceLoader.load(TokenSourceProvider.class).forEach(found::add);
        return new ConfiguredSources(found);
    }

    /** All keys of a realm. */
    List<String> keys() {
        return Stream.concat(RealmKey.keys().stream(), providers.stream().flatMap(provider -> provider.keys().stream()))
                .distinct()
                .toList();
    }

    /** The beginnings of keys that end with a name of the server. */
    List<String> keyPrefixes() {
        return providers.stream()
                .flatMap(provider -> provider.keyPrefixes().stream())
                .distinct()
                .toList();
    }

    /** All that a single client interface may have. */
    List<String> clientKeys() {
        return providers.stream()
                .flatMap(provider -> provider.clientKeys().stream())
                .distinct()
                .toList();
    }

    Optional<TokenSource> of(SourceSettings settings) {
        WANTED.stream()
                .map(RealmKey::key)
                .filter(key -> settings.text(key).isPresent() && !isUnderstood(key))
                .forEach(key -> settings.problem(
                        key, "needs the artifact dev.tollgate:tollgate-oauth2, which is not on the class path"));
        return providers.stream()
                .flatMap(provider -> provider.source(settings).stream())
                .findFirst();
    }

    private boolean isUnderstood(String key) {
        return providers.stream().anyMatch(provider -> provider.keys().contains(key));
    }
}
