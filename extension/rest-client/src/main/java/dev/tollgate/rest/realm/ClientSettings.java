package dev.tollgate.rest.realm;

import dev.tollgate.source.SourceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The properties of a single client interface in its realm: {@code tollgate.acme.client.orders.audience}. It is called by
 * its config key or its class name; a name with dots stands in quotes, others may.
 */
record ClientSettings(RealmProperties inRealm, List<String> names) implements SourceSettings {

    /** What may stand between the realm and a key for a client that is called by one of {@code names}. */
    static Stream<String> prefixes(List<String> names) {
        return names.stream()
                .flatMap(name -> name.indexOf('.') < 0 ? Stream.of(name, quoted(name)) : Stream.of(quoted(name)))
                .map(name -> RealmKey.CLIENT + name + ".");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** As it is written, or the first way to write it. */
    private String written(String key) {
        List<String> ways = prefixes(names).map(prefix -> prefix + key).toList();
        return ways.stream()
                .filter(way -> inRealm.text(way).isPresent())
                .findFirst()
                .orElse(ways.get(0));
    }

    @Override
    public String realm() {
        return inRealm.realm();
    }

    @Override
    public String property(String key) {
        return inRealm.property(written(key));
    }

    @Override
    public Optional<String> text(String key) {
        return inRealm.text(written(key));
    }

    @Override
    public List<String> list(String key) {
        return inRealm.list(written(key));
    }

    @Override
    public Map<String, String> named(String prefix) {
        return inRealm.named(written(prefix));
    }

    @Override
    public boolean bool(String key, boolean otherwise) {
        return inRealm.bool(written(key), otherwise);
    }

    @Override
    public Optional<Duration> duration(String key) {
        return inRealm.duration(written(key));
    }

    @Override
    public Optional<URI> endpoint(String key) {
        return inRealm.endpoint(written(key));
    }

    @Override
    public Optional<String> objectionTo(URI target) {
        return inRealm.objectionTo(target);
    }

    /** It has none of its own. */
    @Override
    public Map<Class<?>, SourceSettings> clients() {
        return Map.of();
    }

    @Override
    public void problem(String key, String rule) {
        inRealm.problem(written(key), rule);
    }
}
