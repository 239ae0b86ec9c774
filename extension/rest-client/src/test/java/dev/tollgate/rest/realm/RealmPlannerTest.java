package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.Rotation;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

class RealmPlannerTest {

    @RegisterRestClient(configKey = "shop")
    @TokenRealm("shop")
    interface ShopClient {
        @POST
        @RefreshToken
        void refresh(@FormParam("refresh_token") String token);
    }

    @RegisterRestClient(configKey = "stock")
    interface StockClient {
        @POST
        void reserve();
    }

    @TokenRealm("shop")
    interface SecondRefresh {
        @POST
        @RefreshToken
        @Retry
        void again(@FormParam("refresh_token") String token, @FormParam("client_id") String id);
    }

    private final Problems problems = new Problems();

    @Test
    void annotatedClientNeedsNoConfiguration() {
        RealmCatalog catalog = plan(config(), ShopClient.class);

        RealmPlan shop = realm(catalog, "shop");
        assertThat(problems.all()).isEmpty();
        assertThat(catalog.clients()).containsExactly(Map.entry(ShopClient.class, "shop"));
        assertThat(shop.settings().policy()).isEqualTo(GatePolicy.DEFAULTS);
        assertThat(shop.refreshMethod())
                .hasValueSatisfying(method -> assertThat(method.describe()).isEqualTo("ShopClient.refresh"));
    }

    @Test
    void everyKeyIsRead() {
        RealmCatalog catalog = plan(
                config(
                        "tollgate.shop.wait-timeout", "1s",
                        "tollgate.shop.attempt-timeout", "PT2S",
                        "tollgate.shop.refresh-margin", "3m",
                        "tollgate.shop.clock-skew", "0s",
                        "tollgate.shop.rotation", "Grace",
                        "tollgate.shop.fail-fast", "TRUE",
                        "tollgate.shop.back-off", "5ms",
                        "tollgate.shop.max-back-off", "6h",
                        "tollgate.shop.max-waiters", "7",
                        "tollgate.shop.client-id", "id",
                        "tollgate.shop.client-secret", "secret",
                        "tollgate.shop.scope", "a b",
                        "tollgate.shop.replay-body-limit", "64k",
                        "tollgate.shop.replay-total-limit", "2M",
                        "tollgate.shop.clients", "stock",
                        "tollgate.shop.enabled", "true"),
                ShopClient.class,
                StockClient.class);

        RealmSettings settings = realm(catalog, "shop").settings();
        assertThat(problems.all()).isEmpty();
        assertThat(settings.policy())
                .isEqualTo(new GatePolicy(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(3),
                        Duration.ZERO,
                        Optional.of(Rotation.GRACE),
                        true,
                        Duration.ofMillis(5),
                        Duration.ofHours(6),
                        7,
                        8));
        assertThat(settings.bodies()).isEqualTo(new RealmSettings.BodyLimits(65_536, 2 << 20));
        assertThat(settings.credentials().clientSecret()).hasValue("secret");
        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(catalog.clients()).containsEntry(StockClient.class, "shop");
    }

    @Test
    void allMistakesAreToldTogetherWithPropertyValueAndRule() {
        plan(
                config(
                        "tollgate.shop.wait-timout", "1s",
                        "tollgate.shop.wait-timeout", "soon",
                        "tollgate.shop.attempt-timeout", "0s",
                        "tollgate.shop.rotation", "sometimes",
                        "tollgate.shop.fail-fast", "yes",
                        "tollgate.shop.back-off", "2s",
                        "tollgate.shop.max-waiters", "0",
                        "tollgate.shop.issuer", "https://id",
                        "tollgate.shop.replay-body-limit", "2g",
                        "tollgate.shop.clients", "stok",
                        "tollgate.shop", "x",
                        "tollgate.my shop.enabled", "true"),
                ShopClient.class,
                StockClient.class);

        assertThat(problems.all())
                .containsExactlyInAnyOrder(
                        "tollgate.shop.wait-timout: there is no key 'wait-timout'; did you mean wait-timeout?",
                        "tollgate.shop.wait-timeout=soon: must be a duration such as 500ms, 10s, 2m, 1h or PT10S, at"
                                + " most ten years",
                        "tollgate.shop.attempt-timeout=0s: must be longer than zero",
                        "tollgate.shop.rotation=sometimes: must be auto, strict, grace or none",
                        "tollgate.shop.fail-fast=yes: must be true or false",
                        "tollgate.shop.back-off=2s: must not be longer than tollgate.shop.max-back-off",
                        "tollgate.shop.max-waiters=0: must be a number from 1 to 99999999",
                        "tollgate.shop.replay-body-limit=2g: must be a number of bytes such as 65536, 64k or 1m, at most"
                                + " 1024m",
                        "tollgate.shop.issuer=https://id: needs the artifact dev.tollgate:tollgate-oauth2, which is not"
                                + " on the class path",
                        "tollgate.shop.clients=stok: there is no client interface with this config key or class name;"
                                + " did you mean stock?",
                        "tollgate.shop: must be tollgate.realms or tollgate.<realm>.<key>",
                        "realm 'my shop': a name has letters, digits, - and _ only");
        assertThatThrownBy(problems::report).hasMessageStartingWith("Tollgate can not start, 12 problem(s):\n  ");
    }

    @Test
    void refreshMethodsThatCanNotWorkAreFound() {
        plan(config(), SecondRefresh.class);

        assertThat(problems.all())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("annotate it with @RegisterRestClient"),
                        problem -> assertThat(problem).contains("@Retry must not be on a @RefreshToken method"),
                        problem -> assertThat(problem)
                                .isEqualTo("tollgate.shop.client-id: is missing, SecondRefresh.again asks for it"));
    }

    @Test
    void oneRealmHasOneRefreshMethod() {
        plan(config("tollgate.shop.client-id", "x"), ShopClient.class, SecondRefresh.class);

        assertThat(problems.all()).anyMatch(problem -> problem.contains("has more than one @RefreshToken method"));
    }

    @Test
    void clientIsInOneRealm() {
        plan(config("tollgate.other.clients", "shop"), ShopClient.class);

        assertThat(problems.all())
                .containsExactly(ShopClient.class.getName() + " is in more than one realm: [other, shop]");
    }

    @Test
    void realmThatIsSwitchedOffHasNoClients() {
        RealmCatalog catalog = plan(config("tollgate.shop.enabled", "false"), ShopClient.class);

        assertThat(catalog.realms()).isEmpty();
        assertThat(catalog.clients()).isEmpty();
    }

    @Test
    void environmentVariablesAreEnough() {
        Config environment = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "TOLLGATE_REALMS", "acme",
                                "TOLLGATE_ACME_CLIENTS", "stock",
                                "TOLLGATE_ACME_WAIT_TIMEOUT", "3s",
                                "TOLLGATE_SERVICE_HOST", "10.0.0.1"),
                        300))
                .build();

        RealmCatalog catalog = plan(environment, StockClient.class);

        assertThat(problems.all()).isEmpty();
        assertThat(catalog.clients()).containsEntry(StockClient.class, "acme");
        assertThat(realm(catalog, "acme").settings().policy().waitTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void nothingIsPlannedForClientsWithoutARealm() {
        assertThat(plan(config(), StockClient.class).realms()).isEmpty();
    }

    /** A profile is how Quarkus and MicroProfile Config tell tests from production: all of a realm may be in one. */
    @Test
    void realmThatOnlyTheActiveProfileNamesIsFound() {
        RealmCatalog catalog = plan(
                Configs.of(Map.of(
                        "smallrye.config.profile", "prod",
                        "%prod.tollgate.stocks.clients", "stock",
                        "%prod.tollgate.stocks.roles.\"stock/reserve\"", "guest",
                        "%dev.tollgate.elsewhere.clients", "stock",
                        "%dev.tollgate.elsewhere.wait-timout", "1s")),
                StockClient.class);

        assertThat(problems.all()).isEmpty();
        assertThat(catalog.realms()).containsOnlyKeys("stocks");
        assertThat(catalog.clients()).containsExactly(Map.entry(StockClient.class, "stocks"));
    }

    @Test
    void mistakeInTheActiveProfileIsToldLikeEveryOther() {
        plan(
                Configs.of(Map.of("smallrye.config.profile", "prod", "%prod.tollgate.shop.wait-timout", "1s")),
                ShopClient.class);

        assertThat(problems.all())
                .containsExactly(
                        "tollgate.shop.wait-timout: there is no key 'wait-timout'; did you mean wait-timeout?");
    }

    private RealmCatalog plan(Config config, Class<?>... clients) {
        return RealmPlanner.plan(Discovered.clients(List.of(clients)), config, problems);
    }

    private static RealmPlan realm(RealmCatalog catalog, String name) {
        return Optional.ofNullable(catalog.realms().get(name)).orElseThrow();
    }

    private static Config config(String... pairs) {
        Map<String, String> properties = new HashMap<>();
        List<String> all = Arrays.asList(pairs);
        for (int i = 0; i < all.size(); i += 2) {
            properties.put(all.get(i), all.get(i + 1));
        }
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }
}
