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
import dev.tollgate.source.RefusalRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of one realm from MicroProfile Config. Mistakes go to {@link Problems}, the default holds instead. */
final class SettingsReader {

    static final long DEFAULT_BODY_LIMIT = 1 << 20;
    static final long DEFAULT_TOTAL_LIMIT = 16 << 20;

    private static final Pattern SCHEME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*)+");

    private final RealmProperties properties;

    SettingsReader(Config config, String realm, Problems problems) {
        this(new RealmProperties(config, realm, problems));
    }

    SettingsReader(RealmProperties properties) {
        this.properties = properties;
    }

    RealmSettings read() {
        return new RealmSettings(
                properties.realm(),
                bool(RealmKey.ENABLED, true),
                properties.list(RealmKey.CLIENTS.key()),
                policy(),
                RefusalRule.of(properties, RefusalRule.SERVICE),
                session(),
                new SessionLimits(
                        count(RealmKey.MAX_SESSIONS, SessionLimits.DEFAULTS.maxSessions()),
                        properties.duration(RealmKey.SESSION_IDLE_TIMEOUT.key()),
                        properties.duration(RealmKey.KEEP_ALIVE.key())),
                new ClientCredentials(text(RealmKey.CLIENT_ID), text(RealmKey.CLIENT_SECRET), text(RealmKey.SCOPE)),
                new TokenPointers(
                        pointer(RealmKey.ACCESS_TOKEN_POINTER, TokenPointers.BY_NAME.accessToken()),
                        pointer(RealmKey.REFRESH_TOKEN_POINTER, TokenPointers.BY_NAME.refreshToken()),
                        pointer(RealmKey.EXPIRES_IN_POINTER, TokenPointers.BY_NAME.expiresIn()),
                        pointer(RealmKey.TOKEN_TYPE_POINTER, TokenPointers.BY_NAME.tokenType()),
                        pointer(RealmKey.SCOPE_POINTER, TokenPointers.BY_NAME.scope())),
                tokenType(),
                new BodyLimits(
                        (int) size(RealmKey.REPLAY_BODY_LIMIT, DEFAULT_BODY_LIMIT),
                        size(RealmKey.REPLAY_TOTAL_LIMIT, DEFAULT_TOTAL_LIMIT)),
                new OriginRule(properties.realm(), origins(), bool(RealmKey.ALLOW_HTTP, false)));
    }

    private SessionSetting session() {
        Optional<String> written = text(RealmKey.SESSION);
        Optional<SessionSetting> setting = written.flatMap(SessionSetting::parse);
        if (written.isPresent() && setting.isEmpty()) {
            properties.problem(RealmKey.SESSION.key(), SessionSetting.RULE);
        }
        return setting.orElse(SessionSetting.APPLICATION);
    }

    private Optional<String> tokenType() {
        Optional<String> written = text(RealmKey.TOKEN_TYPE);
        if (written.isPresent() && !SCHEME.matcher(written.get()).matches()) {
            properties.problem(
                    RealmKey.TOKEN_TYPE.key(),
                    "must be an authentication scheme such as Bearer (RFC 9110 section 11.1)");
            return Optional.empty();
        }
        return written;
    }

    private String pointer(RealmKey key, String otherwise) {
        Optional<String> written = text(key);
        if (written.isPresent() && !POINTER.matcher(written.get()).matches()) {
            properties.problem(key.key(), "must be a JSON Pointer such as /data/token (RFC 6901)");
            return otherwise;
        }
        return written.orElse(otherwise);
    }

    private Set<Origin> origins() {
        Set<Origin> origins = new LinkedHashSet<>();
        for (String written : properties.list(RealmKey.ALLOWED_ORIGINS.key())) {
            Optional<Origin> origin = RealmProperties.uri(written)
                    .filter(uri -> RealmProperties.userPart(uri).isEmpty())
                    .flatMap(Origin::of);
            if (origin.isEmpty()) {
                properties.problem(
                        RealmKey.ALLOWED_ORIGINS.key(), written, "must be origins such as https://api.example.com");
            }
            origin.ifPresent(origins::add);
        }
        return origins;
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
            properties.problem(
                    RealmKey.BACK_OFF.key(),
                    text(RealmKey.BACK_OFF).orElse("(default)"),
                    "must not be longer than " + properties.property(RealmKey.MAX_BACK_OFF.key()));
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
            properties.problem(RealmKey.ROTATION.key(), "must be auto, strict, grace or none");
        }
        return rotation;
    }

    private boolean bool(RealmKey key, boolean otherwise) {
        return properties.bool(key.key(), otherwise);
    }

    private int count(RealmKey key, int otherwise) {
        return properties.count(key.key()).orElse(otherwise);
    }

    private long size(RealmKey key, long otherwise) {
        return properties.size(key.key()).orElse(otherwise);
    }

    private Duration positive(RealmKey key, Duration otherwise) {
        return properties.duration(key.key()).orElse(otherwise);
    }

    private Duration duration(RealmKey key, Duration otherwise) {
        return properties.durationOrZero(key.key()).orElse(otherwise);
    }

    private Optional<String> text(RealmKey key) {
        return properties.text(key.key());
    }
}
