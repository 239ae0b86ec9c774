package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All keys of the reference, as environment variables in the spelling of MicroProfile Config. */
class EnvironmentTest {

    private static final Path GUIDE = Path.of("../../src-docs/guide/configuration.adoc");

    private static final List<String> OF_A_PROVIDER = List.of("issuer", "token-endpoint");

    private final Problems problems = new Problems();

    @RegisterRestClient(configKey = "stock")
    interface StockClient {
        @GET
        void count();

        @GET
        void count(String of);
    }

    @RegisterRestClient(configKey = "shop")
    @TokenRealm("my-shop")
    interface ShopClient {
        @Guest
        @GET
        void catalog();

        @GET
        void orders();
    }

    /** The examples of the reference differ from the defaults, so it shows whether they are read. */
    @ParameterizedTest
    @MethodSource("keysWithExamples")
    void exampleOfTheReferenceTakesEffectAsAnEnvironmentVariable(String key, String example) {
        RealmSettings settings = read(Configs.ofEnvironment(Map.of(variable("shop", key), example)));

        assertThat(settings)
                .isNotEqualTo(read(Configs.of(Map.of())))
                .isEqualTo(read(Configs.of("tollgate.shop." + key, example)));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void everyKeyOfTheRealmItselfHasSuchAnExample() throws IOException {
        assertThat(keysWithExamples().map(row -> row[0]).toList())
                .containsExactlyElementsOf(RealmKey.keys().stream()
                        .filter(key -> !OF_A_PROVIDER.contains(key))
                        .toList());
    }

    @Test
    void issuerIsSeenToo() {
        plan(Configs.ofEnvironment(
                Map.of("TOLLGATE_REALMS", "shop", "TOLLGATE_SHOP_ISSUER", "https://id.example.com")));

        assertThat(problems.all())
                .containsExactly("tollgate.shop.issuer=https://id.example.com: needs the artifact"
                        + " dev.tollgate:tollgate-oauth2, which is not on the class path");
    }

    @Test
    void realmWhoseNameHasADashCanBeConfiguredToo() {
        Config environment = Configs.ofEnvironment(Map.of("TOLLGATE_MY_SHOP_WAIT_TIMEOUT", "3s"));

        RealmCatalog catalog = plan(environment, ShopClient.class);

        assertThat(problems.all()).isEmpty();
        assertThat(realm(catalog, "my-shop").settings().policy().waitTimeout()).hasSeconds(3);
    }

    @Test
    void mistakeInAnEnvironmentVariableIsToldWithTheProperty() {
        read(Configs.ofEnvironment(Map.of("TOLLGATE_SHOP_MAX_REFRESHES", "many")));

        assertThat(problems.all())
                .containsExactly("tollgate.shop.max-refreshes=many: must be a number from 1 to 99999999");
    }

    /** MicroProfile Config makes one underscore of each character; SmallRye wants two for a quote at the end. */
    @Test
    void rolesCanBeGivenByInterfaceByMethodAndByOverload() throws Exception {
        Config environment = Configs.ofEnvironment(Map.of(
                "TOLLGATE_SHOP_ROLES__STOCK__", "guest",
                "TOLLGATE_SHOP_ROLES__STOCK_COUNT_STRING___", "authenticated"));
        ConfiguredRoles roles = new ConfiguredRoles(environment, "shop");

        assertThat(roles.roleOf(StockClient.class, StockClient.class.getMethod("count")))
                .hasValue(Role.GUEST);
        assertThat(roles.roleOf(StockClient.class, StockClient.class.getMethod("count", String.class)))
                .hasValue(Role.AUTHENTICATED);
    }

    @Test
    void rolesFromTheEnvironmentAreNoUnknownKeys() {
        Config environment = Configs.ofEnvironment(Map.of(
                "TOLLGATE_REALMS", "shop",
                "TOLLGATE_SHOP_CLIENTS", "stock",
                "TOLLGATE_SHOP_ROLES__STOCK_COUNT_", "guest"));

        RealmCatalog catalog = plan(environment, StockClient.class);

        assertThat(problems.all()).isEmpty();
        assertThat(catalog.clients()).containsEntry(StockClient.class, "shop");
    }

    /** MicroProfile Config 3.1, section on environment variables. */
    private static String variable(String realm, String key) {
        return ("tollgate." + realm + "." + key).replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static Stream<String[]> keysWithExamples() throws IOException {
        Pattern row = Pattern.compile("^\\|`([a-z-]+)` \\|.*\\|`([^`|]+)`$", Pattern.MULTILINE);
        return row.matcher(ConfigurationReferenceTest.keysOfEveryRealm(Files.readString(GUIDE)))
                .results()
                .map(found -> new String[] {found.group(1), found.group(2)})
                .filter(found -> !OF_A_PROVIDER.contains(found[0]))
                .map(found -> found[1].startsWith("${") ? new String[] {found[0], "s3cret"} : found);
    }

    private RealmCatalog plan(Config config, Class<?>... clients) {
        return RealmPlanner.plan(Discovered.clients(List.of(clients)), config, problems);
    }

    private static RealmPlan realm(RealmCatalog catalog, String name) {
        return Optional.ofNullable(catalog.realms().get(name)).orElseThrow();
    }

    private RealmSettings read(Config config) {
        return new SettingsReader(config, "shop", problems).read();
    }
}
