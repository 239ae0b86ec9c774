package dev.tollgate.rest.realm;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.Rotation;
import dev.tollgate.gate.SessionLimits;
import dev.tollgate.rest.origin.Origin;
import dev.tollgate.rest.origin.OriginRule;
import dev.tollgate.rest.realm.RealmSettings.BodyLimits;
import dev.tollgate.rest.realm.RealmSettings.ClientCredentials;
import dev.tollgate.rest.refresh.TokenPointers;
import dev.tollgate.rest.session.SessionSetting;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of one realm from MicroProfile Config. Mistakes go to {@link Problems}, the default holds instead. */
final class SettingsReader {

    static final long DEFAULT_BODY_LIMIT = 1 << 20;
    static final long DEFAULT_TOTAL_LIMIT = 16 << 20;

    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*)+");

    private final Config config;
    private final String realm;
    private final Problems problems;

    SettingsReader(Config config, String realm, Problems problems) {
        this.config = config;
        this.realm = realm;
        this.problems = problems;
    }

    RealmSettings read() {
        text(RealmKey.ISSUER)
                .ifPresent(issuer -> problems.add(
                        RealmKey.ISSUER.of(realm),
                        issuer,
                        "needs the artifact dev.tollgate:tollgate-oauth2, which is not on the class path"));
        return new RealmSettings(
                realm,
                bool(RealmKey.ENABLED, true),
                list(RealmKey.CLIENTS),
                policy(),
                session(),
                new SessionLimits(
                        count(RealmKey.MAX_SESSIONS, SessionLimits.DEFAULTS.maxSessions()),
                        ifWritten(RealmKey.SESSION_IDLE_TIMEOUT),
                        ifWritten(RealmKey.KEEP_ALIVE)),
                new ClientCredentials(text(RealmKey.CLIENT_ID), text(RealmKey.CLIENT_SECRET), text(RealmKey.SCOPE)),
                new TokenPointers(
                        pointer(RealmKey.ACCESS_TOKEN_POINTER, TokenPointers.BY_NAME.accessToken()),
                        pointer(RealmKey.REFRESH_TOKEN_POINTER, TokenPointers.BY_NAME.refreshToken()),
                        pointer(RealmKey.EXPIRES_IN_POINTER, TokenPointers.BY_NAME.expiresIn()),
                        pointer(RealmKey.TOKEN_TYPE_POINTER, TokenPointers.BY_NAME.tokenType()),
                        pointer(RealmKey.SCOPE_POINTER, TokenPointers.BY_NAME.scope())),
                new BodyLimits(
                        (int) size(RealmKey.REPLAY_BODY_LIMIT, DEFAULT_BODY_LIMIT),
                        size(RealmKey.REPLAY_TOTAL_LIMIT, DEFAULT_TOTAL_LIMIT)),
                new OriginRule(realm, origins(), bool(RealmKey.ALLOW_HTTP, false)));
    }

    private SessionSetting session() {
        Optional<String> written = text(RealmKey.SESSION);
        Optional<SessionSetting> setting = written.flatMap(SessionSetting::parse);
        if (written.isPresent() && setting.isEmpty()) {
            problems.add(RealmKey.SESSION.of(realm), written.get(), SessionSetting.RULE);
        }
        return setting.orElse(SessionSetting.APPLICATION);
    }

    private String pointer(RealmKey key, String otherwise) {
        Optional<String> written = text(key);
        if (written.isPresent() && !POINTER.matcher(written.get()).matches()) {
            problems.add(key.of(realm), written.get(), "must be a JSON Pointer such as /data/token (RFC 6901)");
            return otherwise;
        }
        return written.orElse(otherwise);
    }

    private Set<Origin> origins() {
        Set<Origin> origins = new LinkedHashSet<>();
        for (String written : list(RealmKey.ALLOWED_ORIGINS)) {
            Optional<Origin> origin = uri(written).flatMap(Origin::of);
            if (origin.isEmpty()) {
                problems.add(
                        RealmKey.ALLOWED_ORIGINS.of(realm), written, "must be origins such as https://api.example.com");
            }
            origin.ifPresent(origins::add);
        }
        return origins;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private int count(RealmKey key, int otherwise) {
        Optional<String> written = text(key);
        if (written.isPresent() && !written.get().matches("[1-9]\\d{0,7}")) {
            problems.add(key.of(realm), written.get(), "must be a number from 1 to 99999999");
            return otherwise;
        }
        return written.map(Integer::parseInt).orElse(otherwise);
    }

    private long size(RealmKey key, long otherwise) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        Optional<Long> size = Sizes.parse(written.get());
        if (size.isEmpty()) {
            problems.add(key.of(realm), written.get(), Sizes.RULE);
        }
        return size.orElse(otherwise);
    }

    private GatePolicy policy() {
        GatePolicy defaults = GatePolicy.DEFAULTS;
        GatePolicy policy = new GatePolicy(
                positive(RealmKey.WAIT_TIMEOUT, defaults.waitTimeout()),
                positive(RealmKey.ATTEMPT_TIMEOUT, defaults.attemptTimeout()),
                duration(RealmKey.REFRESH_MARGIN, defaults.refreshMargin()),
                duration(RealmKey.CLOCK_SKEW, defaults.clockSkew()),
                rotation(),
                bool(RealmKey.FAIL_FAST, defaults.failFast()),
                positive(RealmKey.BACK_OFF, defaults.backOff()),
                positive(RealmKey.MAX_BACK_OFF, defaults.maxBackOff()),
                count(RealmKey.MAX_WAITERS, defaults.maxWaiters()),
                count(RealmKey.MAX_REFRESHES, defaults.maxRefreshes()));
        if (policy.backOff().compareTo(policy.maxBackOff()) > 0) {
            problems.add(
                    RealmKey.BACK_OFF.of(realm),
                    text(RealmKey.BACK_OFF).orElse("(default)"),
                    "must not be longer than " + RealmKey.MAX_BACK_OFF.of(realm));
        }
        return policy;
    }

    private Optional<Rotation> rotation() {
        Optional<String> written = text(RealmKey.ROTATION);
        if (written.isEmpty() || written.get().equalsIgnoreCase("auto")) {
            return Optional.empty();
        }
        String name = written.get().toUpperCase(Locale.ROOT);
        Optional<Rotation> rotation = Arrays.stream(Rotation.values())
                .filter(value -> value.name().equals(name))
                .findFirst();
        if (rotation.isEmpty()) {
            problems.add(RealmKey.ROTATION.of(realm), written.get(), "must be auto, strict, grace or none");
        }
        return rotation;
    }

    private boolean bool(RealmKey key, boolean otherwise) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        String value = written.get().toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(key.of(realm), written.get(), "must be true or false");
            return otherwise;
        }
        return value.equals("true");
    }

    private Optional<Duration> ifWritten(RealmKey key) {
        return text(key).map(written -> positive(key, Duration.ofDays(1)));
    }

    private Duration positive(RealmKey key, Duration otherwise) {
        Duration duration = duration(key, otherwise);
        if (duration.isZero()) {
            problems.add(key.of(realm), text(key).orElse(""), "must be longer than zero");
            return otherwise;
        }
        return duration;
    }

    private Duration duration(RealmKey key, Duration otherwise) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        Optional<Duration> duration = Durations.parse(written.get())
                .filter(value -> !value.isNegative() && value.compareTo(Durations.LONGEST) <= 0);
        if (duration.isEmpty()) {
            problems.add(key.of(realm), written.get(), Durations.RULE);
        }
        return duration.orElse(otherwise);
    }

    private List<String> list(RealmKey key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private Optional<String> text(RealmKey key) {
        return config.getOptionalValue(key.of(realm), String.class).map(String::trim);
    }
}
