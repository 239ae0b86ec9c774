package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would let calls go without a token, or with defaults, and nobody notice. */
class MisspeltNameTest {

    private final Problems problems = new Problems();

    @RegisterRestClient(configKey = "shop")
    @TokenRealm("shop")
    interface ShopClient {
        @GET
        void orders();
    }

    @RegisterRestClient(configKey = "desk")
    interface DeskClient {
        @POST
        @Login
        void signIn();
    }

    @RegisterRestClient
    interface LeavingClient {
        @POST
        @Logout
        void leave();
    }

    @RegisterRestClient
    interface PublicClient {
        @GET
        @Guest
        void catalog();
    }

    @TokenRealm("shop")
    interface Base {
        @GET
        void orders();
    }

    @RegisterRestClient
    interface Child extends Middle {}

    interface Middle extends Base {}

    @RegisterRestClient
    @Guest
    interface GuestsChild extends Base {}

    @ParameterizedTest
    @CsvSource({
        "tolgate.shop.wait-timeout, tollgate.shop.wait-timeout",
        "tollgat.acme.scope, tollgate.acme.scope",
        "Tollgate.shop.session, tollgate.shop.session",
        "tollagte.shop.client-secret, tollgate.shop.client-secret"
    })
    void prefixIsTold(String written, String meant) {
        plan(Configs.of(written, "s3cret"), ShopClient.class);

        assertThat(problems.all()).containsExactly(written + ": did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tailgate.shop.scope",
                "colgate.orders.enabled",
                "tailgate.shop.colour",
                "toolgate.colour",
                "allocate.shop.scope",
                "tolgate.shop.colour"
            })
    void propertyOfAnotherLibraryIsNone(String property) {
        plan(Configs.of(property, "x"), ShopClient.class);

        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shpo", "shhop", "shp", "Shop"})
    void realmIsTold(String realm) {
        plan(Configs.of("tollgate." + realm + ".wait-timeout", "1s"), ShopClient.class);

        assertThat(problems.all())
                .containsExactly("realm '" + realm + "' has properties, but no client interface: did you mean 'shop'?"
                        + " If not, put " + realm + " into tollgate.realms");
    }

    @Test
    void realmThatIsMeantIsNone() {
        plan(
                Configs.of(Map.of(
                        "tollgate.shop1.wait-timeout", "1s",
                        "tollgate.shop1.enabled", "false",
                        "tollgate.shop2.wait-timeout", "1s",
                        "tollgate.realms", "sho",
                        "tollgate.sho.wait-timeout", "1s",
                        "tollgate.stock.clients", "")),
                ShopClient.class);

        assertThat(problems.all()).isEmpty();
        assertThat(problems.doubts())
                .containsExactly(
                        "realm 'shop2' has properties, but no client interface, and nothing that brings it tokens: if"
                                + " it is meant, put shop2 into tollgate.realms; the realms with clients are [shop]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "stock", "ship-to"})
    void realmWithoutAClientThatIsLikeNoOtherIsDoubted(String realm) {
        plan(Configs.of("tollgate." + realm + ".wait-timeout", "1s"));

        assertThat(problems.all()).isEmpty();
        assertThat(problems.doubts())
                .singleElement()
                .asString()
                .startsWith("realm '" + realm + "' has properties, but no client interface")
                .endsWith("the realms with clients are []");
    }

    @Test
    void variablesOfKubernetesAreNone() {
        plan(
                Configs.ofEnvironment(Map.of(
                        "TOLLGATE_SERVICE_HOST", "10.0.0.1",
                        "TOLLGATE_PORT_8080_TCP_ADDR", "10.0.0.1",
                        "TOLGATE_SHOP_WAIT_TIMEOUT", "1s")),
                ShopClient.class);

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void roleOnAClientWithoutARealmIsTold() {
        plan(Configs.of(Map.of()), DeskClient.class, LeavingClient.class, PublicClient.class);

        assertThat(problems.all())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith(DeskClient.class.getName() + ".signIn has a role, but"))
                .anyMatch(problem -> problem.startsWith(LeavingClient.class.getName() + ".leave has a role, but"));
    }

    @Test
    void heirOfAClientInARealmIsTold() {
        plan(Configs.of(Map.of()), Base.class, Child.class, GuestsChild.class);

        assertThat(problems.all())
                .containsExactly(Child.class.getName() + " is in no realm, but extends " + Base.class.getName()
                        + ", which is in realm 'shop': put @TokenRealm on it, too, or @Guest if its calls shall carry"
                        + " no token");
    }

    @Test
    void heirOfAClientOfARealmThatIsSwitchedOffIsLetAlone() {
        plan(Configs.of("tollgate.shop.enabled", "false"), Base.class, Child.class);

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void heirInAnotherRealmIsLetAlone() {
        plan(Configs.of("tollgate.acme.clients", Child.class.getName()), Base.class, Child.class);

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void clientOfARealmThatIsSwitchedOffIsLetAlone() {
        plan(Configs.of(Map.of("tollgate.desk.clients", "desk", "tollgate.desk.enabled", "false")), DeskClient.class);

        assertThat(problems.all()).isEmpty();
    }

    /** A guess that is far away would mislead. */
    @ParameterizedTest
    @ValueSource(strings = {"colour", "token-uri", "provider", "x", "clock"})
    void keyThatIsLikeNoneIsNotGuessed(String key) {
        plan(Configs.of("tollgate.shop." + key, "1"), ShopClient.class);

        assertThat(problems.all()).containsExactly("tollgate.shop." + key + ": there is no key '" + key + "'");
    }

    @ParameterizedTest
    @CsvSource({"waitTimeout, wait-timeout", "wait.timeout, wait-timeout", "enabeld, enabled", "max-waiter, max-waiters"
    })
    void keyThatIsNearlyOneIsGuessed(String key, String meant) {
        plan(Configs.of("tollgate.shop." + key, "1"), ShopClient.class);

        assertThat(problems.all())
                .containsExactly(
                        "tollgate.shop." + key + ": there is no key '" + key + "'; did you mean " + meant + "?");
    }

    private void plan(Config config, Class<?>... clients) {
        RealmPlanner.plan(Discovered.clients(List.of(clients)), config, new ConfiguredSources(List.of()), problems);
    }
}
