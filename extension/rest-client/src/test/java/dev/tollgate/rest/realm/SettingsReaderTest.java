package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.Rotation;
import dev.tollgate.gate.SessionLimits;
import dev.tollgate.rest.origin.OriginRule;
import dev.tollgate.rest.realm.RealmSettings.BodyLimits;
import dev.tollgate.rest.realm.RealmSettings.ClientCredentials;
import dev.tollgate.rest.refresh.TokenPointers;
import dev.tollgate.rest.session.SessionSetting;
import dev.tollgate.source.RefusalRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final RealmSettings DEFAULTS = new RealmSettings(
            "shop",
            true,
            List.of(),
            GatePolicy.DEFAULTS,
            RefusalRule.SERVICE,
            SessionSetting.APPLICATION,
            SessionLimits.DEFAULTS,
            new ClientCredentials(Optional.empty(), Optional.empty(), Optional.empty()),
            TokenPointers.BY_NAME,
            Optional.empty(),
            new BodyLimits(1 << 20, 16 << 20),
            new OriginRule("shop", Set.of(), false));

    private final Problems problems = new Problems();

    @Test
    void everythingHasADefault() {
        assertThat(read(Configs.of(Map.of()))).isEqualTo(DEFAULTS);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void otherRealmsSettingsAreNotRead() {
        assertThat(read(Configs.of("tollgate.shop2.fail-fast", "true"))).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled",
                "clients",
                "wait-timeout",
                "refresh-margin",
                "rotation",
                "fail-fast",
                "client-id",
                "issuer"
            })
    void emptyValueMeansTheDefault(String key) {
        assertThat(read(Configs.of("tollgate.shop." + key, ""))).isEqualTo(DEFAULTS);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void realmMaySayWhatEndsItsSessions() {
        RefusalRule rule = read(Configs.of(Map.of(
                        "tollgate.shop.terminal-errors", "Login_Required, token-expired",
                        "tollgate.shop.terminal-statuses", "401, 419")))
                .refusals();

        assertThat(rule.terminalErrors()).containsExactlyInAnyOrder("invalid_grant", "login_required", "token-expired");
        assertThat(rule.terminalStatuses()).containsExactlyInAnyOrder(401, 419);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "terminal-errors, 'the token is old', OAuth errors such as",
        "terminal-errors, 'login_required;other', OAuth errors such as",
        "terminal-errors, Unauthorized, OAuth errors such as",
        "terminal-statuses, 500, HTTP statuses from 400 to 499",
        "terminal-statuses, '401, 4', HTTP statuses from 400 to 499",
        "terminal-statuses, 401 403, HTTP statuses from 400 to 499"
    })
    void whatCannotEndASessionIsAMistake(String key, String written, String rule) {
        assertThat(read(Configs.of("tollgate.shop." + key, written))).isEqualTo(DEFAULTS);
        assertThat(problems.all())
                .singleElement()
                .asString()
                .startsWith("tollgate.shop." + key + "=" + written + ": must be " + rule);
    }

    @ParameterizedTest
    @CsvSource({
        "500ms,     PT0.5S",
        "10s,       PT10S",
        "'10 S',    PT10S",
        "2m,        PT2M",
        "1h,        PT1H",
        "' 3s ',    PT3S",
        "PT10S,     PT10S",
        "pt0.25s,   PT0.25S",
        "P1D,       PT24H",
    })
    void durationsAreWrittenAsPeopleDoOrAsIso8601(String written, Duration duration) {
        assertThat(read(Configs.of("tollgate.shop.wait-timeout", written))
                        .policy()
                        .waitTimeout())
                .isEqualTo(duration);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "soon", "-5s", "PT-5S", "5 days", "1.5s", "s", "1s 2s", "9999999999999s", "87601h"})
    void whatIsNoDurationIsToldAndTheDefaultHolds(String written) {
        assertThat(read(Configs.of("tollgate.shop.clock-skew", written))).isEqualTo(DEFAULTS);

        assertThat(problems.all())
                .containsExactly("tollgate.shop.clock-skew=" + written
                        + ": must be a duration such as 500ms, 10s, 2m, 1h or PT10S, at most ten years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait-timeout", "attempt-timeout", "back-off", "max-back-off"})
    void whatMustTakeSomeTimeIsToldIfItIsZeroAndTheDefaultHolds(String key) {
        assertThat(read(Configs.of("tollgate.shop." + key, "0s"))).isEqualTo(DEFAULTS);

        assertThat(problems.all()).containsExactly("tollgate.shop." + key + "=0s: must be longer than zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh-margin", "clock-skew"})
    void marginAndSkewMayBeZero(String key) {
        read(Configs.of("tollgate.shop." + key, "0s"));

        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "65536, 65536", "64k, 65536", "' 2 M ', 2097152", "1024m, 1073741824"})
    void sizesAreBytesKilobytesOrMegabytes(String written, int bytes) {
        RealmSettings settings = read(Configs.of(
                Map.of("tollgate.shop.replay-body-limit", written, "tollgate.shop.replay-total-limit", written)));

        assertThat(settings.bodies()).isEqualTo(new BodyLimits(bytes, bytes));
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1g", "1025m", "1073741825", "9999999999k", "99999999999", "1.5k", "much", "k"})
    void whatIsNoSizeOrTooLargeIsToldAndTheDefaultHolds(String written) {
        assertThat(read(Configs.of("tollgate.shop.replay-total-limit", written)))
                .isEqualTo(DEFAULTS);

        assertThat(problems.all())
                .containsExactly("tollgate.shop.replay-total-limit=" + written
                        + ": must be a number of bytes such as 65536, 64k or 1m, at most 1024m");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"auto, -", "AUTO, -", "strict, STRICT", "Grace, GRACE", "NONE, NONE", "sometimes, -"})
    void rotationIsReadInAnyCase(String written, @Nullable Rotation rotation) {
        assertThat(read(Configs.of("tollgate.shop.rotation", written)).policy().rotation())
                .isEqualTo(Optional.ofNullable(rotation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "off", "tru"})
    void switchThatIsNeitherTrueNorFalseIsToldAndTheDefaultHolds(String written) {
        assertThat(read(Configs.of("tollgate.shop.enabled", written))).isEqualTo(DEFAULTS);
        assertThat(read(Configs.of("tollgate.shop.fail-fast", written))).isEqualTo(DEFAULTS);

        assertThat(problems.all())
                .containsExactly(
                        "tollgate.shop.enabled=" + written + ": must be true or false",
                        "tollgate.shop.fail-fast=" + written + ": must be true or false");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "' true ', true", "false, false", "False, false"})
    void switchIsReadInAnyCase(String written, boolean on) {
        assertThat(read(Configs.of("tollgate.shop.enabled", written)).enabled()).isEqualTo(on);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void clientsAreAListInWhichBlanksDoNotCount() {
        assertThat(read(Configs.of("tollgate.shop.clients", " orders, com.acme.Stock ,,"))
                        .clients())
                .containsExactly("orders", "com.acme.Stock");
    }

    @Test
    void defaultThatIsLongerThanTheConfiguredLimitIsTold() {
        read(Configs.of("tollgate.shop.max-back-off", "50ms"));

        assertThat(problems.all())
                .containsExactly(
                        "tollgate.shop.back-off=(default): must not be longer than tollgate.shop.max-back-off");
    }

    @Test
    void pausesMayBeEquallyLong() {
        read(Configs.of(Map.of("tollgate.shop.back-off", "1s", "tollgate.shop.max-back-off", "1s")));

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void secretIsNeverShown() {
        RealmSettings settings = read(Configs.of(Map.of(
                "tollgate.shop.client-id", "orders",
                "tollgate.shop.client-secret", "s3cret",
                "tollgate.shop.fail-fast", "s",
                "tollgate.shop.wait-timeout", "s")));

        assertThat(settings.credentials().clientSecret()).contains("s3cret");
        assertThat(settings.toString()).contains("client orders").doesNotContain("s3cret");
        assertThat(problems.all()).hasSize(2).noneMatch(problem -> problem.contains("s3cret"));
    }

    @Test
    void everyKeyCanBeAnEnvironmentVariable() {
        RealmSettings settings = read(Configs.ofEnvironment(Map.of(
                "TOLLGATE_SHOP_WAIT_TIMEOUT", "3s",
                "TOLLGATE_SHOP_MAX_BACK_OFF", "4s",
                "TOLLGATE_SHOP_FAIL_FAST", "true",
                "TOLLGATE_SHOP_CLIENT_SECRET", "s3cret")));

        assertThat(settings.policy())
                .isEqualTo(GatePolicy.DEFAULTS
                        .withWaitTimeout(Duration.ofSeconds(3))
                        .withBackOff(GatePolicy.DEFAULTS.backOff(), Duration.ofSeconds(4))
                        .withFailFast(true));
        assertThat(settings.credentials().clientSecret()).contains("s3cret");
    }

    private RealmSettings read(Config config) {
        return new SettingsReader(config, "shop", problems).read();
    }
}
