package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.SessionLimits;
import dev.tollgate.rest.refresh.TokenPointers;
import dev.tollgate.rest.session.SessionSetting;
import dev.tollgate.source.RefusalRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the reference table of the guide against the code. */
class ConfigurationReferenceTest {

    private static final Path GUIDE = Path.of("../../src-docs/guide/configuration.adoc");
    private static final Pattern ROW =
            Pattern.compile("^\\|`([a-z-]+)` \\|`?([^`|]*?)`? \\|.+\\|.+$", Pattern.MULTILINE);

    private final Map<String, String> defaults = new LinkedHashMap<>();

    ConfigurationReferenceTest() throws IOException {
        Matcher row = ROW.matcher(keysOfEveryRealm(Files.readString(GUIDE)));
        while (row.find()) {
            defaults.put(row.group(1), row.group(2).trim());
        }
    }

    /** What configured providers understand besides is in a table of its own. */
    static String keysOfEveryRealm(String guide) {
        return guide.substring(guide.indexOf("tag::keys[]"), guide.indexOf("end::keys[]"));
    }

    @Test
    void everyKeyIsInTheTableAndNothingElseIs() {
        assertThat(defaults.keySet()).containsExactlyElementsOf(RealmKey.keys());
    }

    @Test
    void defaultsOfTheTableAreThoseOfTheCode() {
        GatePolicy policy = GatePolicy.DEFAULTS;
        assertThat(duration(RealmKey.WAIT_TIMEOUT)).isEqualTo(policy.waitTimeout());
        assertThat(duration(RealmKey.ATTEMPT_TIMEOUT)).isEqualTo(policy.attemptTimeout());
        assertThat(duration(RealmKey.REFRESH_MARGIN)).isEqualTo(policy.refreshMargin());
        assertThat(duration(RealmKey.CLOCK_SKEW)).isEqualTo(policy.clockSkew());
        assertThat(duration(RealmKey.BACK_OFF)).isEqualTo(policy.backOff());
        assertThat(duration(RealmKey.MAX_BACK_OFF)).isEqualTo(policy.maxBackOff());
        assertThat(size(RealmKey.REPLAY_BODY_LIMIT)).isEqualTo(SettingsReader.DEFAULT_BODY_LIMIT);
        assertThat(size(RealmKey.REPLAY_TOTAL_LIMIT)).isEqualTo(SettingsReader.DEFAULT_TOTAL_LIMIT);
        assertThat(defaults.get(RealmKey.FAIL_FAST.key())).isEqualTo(String.valueOf(policy.failFast()));
        assertThat(defaults.get(RealmKey.MAX_WAITERS.key())).isEqualTo(String.valueOf(policy.maxWaiters()));
        assertThat(defaults.get(RealmKey.MAX_REFRESHES.key())).isEqualTo(String.valueOf(policy.maxRefreshes()));
        assertThat(defaults.get(RealmKey.MAX_SESSIONS.key()))
                .isEqualTo(String.valueOf(SessionLimits.DEFAULTS.maxSessions()));
        assertThat(defaults.get(RealmKey.SESSION.key())).isEqualTo(SessionSetting.APPLICATION.toString());
        assertThat(defaults.get(RealmKey.ACCESS_TOKEN_POINTER.key())).isEqualTo(TokenPointers.BY_NAME.accessToken());
        assertThat(defaults.get(RealmKey.REFRESH_TOKEN_POINTER.key())).isEqualTo(TokenPointers.BY_NAME.refreshToken());
        assertThat(defaults.get(RealmKey.EXPIRES_IN_POINTER.key())).isEqualTo(TokenPointers.BY_NAME.expiresIn());
        assertThat(defaults.get(RealmKey.TOKEN_TYPE_POINTER.key())).isEqualTo(TokenPointers.BY_NAME.tokenType());
        assertThat(defaults.get(RealmKey.SCOPE_POINTER.key())).isEqualTo(TokenPointers.BY_NAME.scope());
        assertThat(defaults.get(RealmKey.ALLOW_HTTP.key())).isEqualTo("false");
        assertThat(defaults.get(RealmKey.ROTATION.key())).isEqualTo("auto");
        assertThat(policy.rotation()).isEmpty();
        assertThat(String.valueOf(defaults.get(RealmKey.TERMINAL_STATUSES.key()))
                        .split(","))
                .extracting(Integer::valueOf)
                .containsExactlyInAnyOrderElementsOf(RefusalRule.SERVICE.terminalStatuses());
    }

    private long size(RealmKey key) {
        return Sizes.parse(String.valueOf(defaults.get(key.key()))).orElseThrow();
    }

    private Duration duration(RealmKey key) {
        return Durations.parse(String.valueOf(defaults.get(key.key()))).orElseThrow();
    }
}
