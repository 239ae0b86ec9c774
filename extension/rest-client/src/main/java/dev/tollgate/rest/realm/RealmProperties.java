package dev.tollgate.rest.realm;

import dev.tollgate.rest.origin.Origin;
import dev.tollgate.source.SourceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** The properties of one realm in MicroProfile Config. Mistakes go to {@link Problems}, the default holds instead. */
final class RealmProperties implements SourceSettings {

    private final Config config;
    private final String realm;
    private final Map<Class<?>, List<String>> names;
    private final Problems problems;

    RealmProperties(Config config, String realm, Problems problems) {
        this(config, realm, Map.of(), problems);
    }

    /** @param names what configuration may call the client interfaces of the realm */
    RealmProperties(Config config, String realm, Map<Class<?>, List<String>> names, Problems problems) {
        this.config = config;
        this.realm = realm;
        this.names = names;
        this.problems = problems;
    }

    @Override
    public String realm() {
        return realm;
    }

    @Override
    public String property(String key) {
        return RealmKey.PREFIX + realm + "." + key;
    }

    @Override
    public void problem(String key, String rule) {
        problems.add(property(key), text(key).orElse(""), rule);
    }

    /** The same for one value of many. */
    void problem(String key, String value, String rule) {
        problems.add(property(key), value, rule);
    }

    @Override
    public Optional<String> text(String key) {
        return PropertyText.of(config, property(key), problems);
    }

    @Override
    public List<String> list(String key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** A name may stand in quotes; one that only a variable of the environment has cannot be told from that. */
    @Override
    public Map<String, String> named(String prefix) {
        Map<String, String> values = new TreeMap<>();
        PropertyNames.of(config).stream()
                .filter(property -> property.startsWith(property(prefix)))
                .map(property -> property.substring(property("").length()))
                .forEach(key ->
                        text(key).ifPresent(value -> values.put(unquoted(key.substring(prefix.length())), value)));
        return values;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    @Override
    public boolean bool(String key, boolean otherwise) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        String value = written.get().toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            problem(key, "must be true or false");
            return otherwise;
        }
        return value.equals("true");
    }

    @Override
    public Optional<Duration> duration(String key) {
        Optional<Duration> duration = durationOrZero(key);
        if (duration.filter(Duration::isZero).isPresent()) {
            problem(key, "must be longer than zero");
            return Optional.empty();
        }
        return duration;
    }

    Optional<Duration> durationOrZero(String key) {
        Optional<String> written = text(key);
        Optional<Duration> duration = written.flatMap(Durations::parse)
                .filter(value -> !value.isNegative() && value.compareTo(Durations.LONGEST) <= 0);
        if (written.isPresent() && duration.isEmpty()) {
            problem(key, Durations.RULE);
        }
        return duration;
    }

    Optional<Integer> count(String key) {
        Optional<String> written = text(key);
        if (written.isPresent() && !written.get().matches("[1-9]\\d{0,7}")) {
            problem(key, "must be a number from 1 to 99999999");
            return Optional.empty();
        }
        return written.map(Integer::parseInt);
    }

    Optional<Long> size(String key) {
        Optional<String> written = text(key);
        Optional<Long> size = written.flatMap(Sizes::parse);
        if (written.isPresent() && size.isEmpty()) {
            problem(key, Sizes.RULE);
        }
        return size;
    }

    @Override
    public Map<Class<?>, SourceSettings> clients() {
        Map<Class<?>, SourceSettings> clients = new LinkedHashMap<>();
        names.forEach((client, called) -> clients.put(client, new ClientSettings(this, called)));
        return clients;
    }

    @Override
    public Optional<URI> endpoint(String key) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> address = uri(written.get()).filter(uri -> Origin.of(uri).isPresent());
        Optional<String> objection = address.isEmpty()
                ? Optional.of("must be an http or https address")
                : userPart(address.get()).or(() -> objectionTo(address.get()).map(why -> "must not be used: " + why));
        objection.ifPresent(rule -> problem(key, rule));
        return objection.isPresent() ? Optional.empty() : address;
    }

    @Override
    public Optional<String> objectionTo(URI target) {
        Optional<Origin> origin = Origin.of(target);
        if (origin.isEmpty()) {
            return Optional.of("it is no http or https address");
        }
        Optional<String> userPart = userPart(target).map(rule -> "it " + rule);
        if (userPart.isPresent()) {
            return userPart;
        }
        boolean allowed = origin.get().isPrivate() || bool(RealmKey.ALLOW_HTTP.key(), false);
        return allowed
                ? Optional.empty()
                : Optional.of(origin.get() + " is neither https nor a loopback address; where the network can be"
                        + " trusted, set " + RealmKey.ALLOW_HTTP.of(realm) + "=true");
    }

    /** Why {@code address} must not be used: what is before its @ would be in logs, and at servers that it is not for. */
    static Optional<String> userPart(URI address) {
        String authority = address.getRawAuthority();
        return authority == null || authority.indexOf('@') < 0
                ? Optional.empty()
                : Optional.of("must have no user part (RFC 9110 section 4.2.4)");
    }

    static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
