package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.TokenRealm;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.GET;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression that cannot be resolved: the default must not hold, as if nobody had written anything. */
class ExpressionTest {

    private static final String RULE = " cannot be resolved. Set MODE, or write a default, ${MODE:...}";

    private final Problems problems = new Problems();

    @RegisterRestClient(configKey = "shop")
    @TokenRealm("shop")
    interface ShopClient {
        @GET
        void orders();
    }

    static Stream<String> keys() {
        return RealmKey.keys().stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isAMistakeForEveryKey(String key) {
        plan(Configs.of("tollgate.shop." + key, "${MODE}"));

        assertThat(problems.all()).containsExactly("tollgate.shop." + key + ": ${MODE}" + RULE);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isAMistakeForEveryKeyInTheEnvironment(String key) {
        plan(Configs.ofEnvironment(
                Map.of("TOLLGATE_SHOP_" + key.toUpperCase(Locale.ROOT).replace('-', '_'), "${MODE}")));

        assertThat(problems.all()).containsExactly("tollgate.shop." + key + ": ${MODE}" + RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tollgate.realms", "tollgate.shop.roles.\"shop/orders\""})
    void isAMistakeForWhatHasOtherNames(String property) {
        plan(Configs.of(property, "${MODE}"));

        assertThat(problems.all()).contains(property + ": ${MODE}" + RULE);
    }

    @Test
    void isAMistakeForARoleInTheEnvironment() {
        plan(Configs.ofEnvironment(Map.of("TOLLGATE_SHOP_ROLES__SHOP_ORDERS__", "${MODE}")));

        assertThat(problems.all()).anyMatch(problem -> problem.endsWith(": ${MODE}" + RULE));
    }

    @Test
    void isAMistakeInTheProfileThatIsInForceOnly() {
        plan(profile("prod", "%prod.tollgate.shop.session", "%dev.tollgate.shop.client-secret"));

        assertThat(problems.all()).containsExactly("tollgate.shop.session: ${MODE}" + RULE);
    }

    @Test
    void onlyTheExpressionIsShown() {
        plan(Configs.of(
                Map.of("tollgate.shop.client-secret", "s3cret-${KNOWN}-${OTHER:s3cret}-${MODE}", "KNOWN", "s3cret")));

        assertThat(problems.all()).containsExactly("tollgate.shop.client-secret: ${MODE}" + RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${OTHER:${MODE}}", "${tollgate.shop.scope}", "${", "${MODE", "${s3cret::AbCd}"})
    void isAMistakeHoweverItIsWritten(String written) {
        plan(Configs.of("tollgate.shop.scope", written));

        assertThat(problems.all())
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("tollgate.shop.scope: "))
                .noneMatch(problem -> problem.contains("AbCd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${MODE:application}", "${MODE:}", "${EMPTY}", "", "\\${MODE}"})
    void whatCanBeResolvedIsNone(String written) {
        plan(Configs.of(Map.of("tollgate.shop.client-secret", written, "EMPTY", "")));

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void isNoneWhereExpressionsAreSwitchedOff() {
        Config config = Configs.of(
                Map.of("tollgate.shop.client-secret", "${MODE}", Config.PROPERTY_EXPRESSIONS_ENABLED, "false"));
        plan(config);

        assertThat(problems.all()).isEmpty();
        assertThat(PropertyText.of(config, "tollgate.shop.client-secret", problems))
                .hasValue("${MODE}");
    }

    @Test
    void doesNotMatterInARealmThatIsSwitchedOff() {
        plan(Configs.of(Map.of("tollgate.shop.enabled", "false", "tollgate.shop.session", "${MODE}")));

        assertThat(problems.all()).isEmpty();
    }

    private void plan(Config config) {
        RealmPlanner.plan(
                Discovered.clients(List.of(ShopClient.class)), config, new ConfiguredSources(List.of()), problems);
    }

    private static Config profile(String profile, String... properties) {
        Map<String, String> written = new HashMap<>();
        for (String property : properties) {
            written.put(property, "${MODE}");
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(written, "test", 100), new EnvConfigSource(Map.of(), 300))
                .build();
    }
}
