package dev.tollgate.oauth2;

import dev.tollgate.source.SourceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that a test has written; collects the mistakes. */
final class MapSettings implements SourceSettings {

    private final Map<String, String> properties;
    private final List<String> problems = new ArrayList<>();

    MapSettings(Map<String, String> properties) {
        this.properties = Map.copyOf(properties);
    }

    List<String> problems() {
        return problems;
    }

    @Override
    public String realm() {
        return "acme";
    }

    @Override
    public String property(String key) {
        return "tollgate.acme." + key;
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.ofNullable(properties.get(key));
    }

    @Override
    public List<String> list(String key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .toList();
    }

    @Override
    public Map<String, String> named(String prefix) {
        Map<String, String> named = new HashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                named.put(key.substring(prefix.length()), value);
            }
        });
        return named;
    }

    @Override
    public boolean bool(String key, boolean otherwise) {
        return text(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    @Override
    public Optional<Duration> duration(String key) {
        return text(key).map(Duration::parse);
    }

    @Override
    public Optional<URI> endpoint(String key) {
        return text(key).map(URI::create);
    }

    @Override
    public Map<Class<?>, SourceSettings> clients() {
        return properties.keySet().stream().anyMatch(key -> key.startsWith("client."))
                ? Map.of(Orders.class, of("orders"), Inventory.class, of("inventory"), Plain.class, of("plain"))
                : Map.of();
    }

    private SourceSettings of(String client) {
        String prefix = "client." + client + ".";
        Map<String, String> own = new HashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), value);
            }
        });
        return new MapSettings(own);
    }

    interface Orders {}

    interface Inventory {}

    interface Plain {}

    @Override
    public Optional<String> objectionTo(URI target) {
        String host = String.valueOf(target.getHost());
        return host.equals("127.0.0.1") || host.endsWith(".invalid")
                ? Optional.empty()
                : Optional.of("it is elsewhere");
    }

    @Override
    public void problem(String key, String rule) {
        problems.add(property(key) + "=" + text(key).orElse("") + ": " + rule);
    }
}
