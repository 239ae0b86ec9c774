package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.GET;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which realms there are, and which clients they have. */
class RealmMembershipTest {

    private final Problems problems = new Problems();

    @TokenRealm("shop")
    interface Annotated {}

    @RegisterRestClient(configKey = "orders")
    interface Orders {}

    @RegisterRestClient
    interface WithoutKey {}

    interface Generated {}

    @Test
    void clientIsPutIntoARealmByItsAnnotation() {
        assertThat(plan(Configs.of(Map.of()), Annotated.class, Orders.class).clients())
                .containsExactly(Map.entry(Annotated.class, "shop"));
    }

    @Test
    void clientIsPutIntoARealmByItsConfigKey() {
        assertThat(plan(Configs.of("tollgate.acme.clients", "orders"), Annotated.class, Orders.class)
                        .clients())
                .containsOnly(Map.entry(Annotated.class, "shop"), Map.entry(Orders.class, "acme"));
    }

    @Test
    void clientIsPutIntoARealmByItsClassName() {
        Config config = Configs.of("tollgate.acme.clients", Orders.class.getName() + "," + WithoutKey.class.getName());

        assertThat(plan(config, Orders.class, WithoutKey.class).clients())
                .containsOnly(Map.entry(Orders.class, "acme"), Map.entry(WithoutKey.class, "acme"));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void clientThatIsOnlyBuiltAndBearsNoAnnotationIsPutIntoARealmByItsClassName() {
        RealmCatalog catalog = plan(Configs.of("tollgate.acme.clients", Generated.class.getName()), Orders.class);

        assertThat(problems.all()).isEmpty();
        assertThat(catalog.clients()).containsExactly(Map.entry(Generated.class, "acme"));
    }

    @Test
    void classThatIsNoInterfaceIsNoClient() {
        plan(Configs.of("tollgate.acme.clients", "java.lang.String"));

        assertThat(problems.all())
                .containsExactly("tollgate.acme.clients=java.lang.String: there is no client interface with this config"
                        + " key or class name");
    }

    @Test
    void realmThatNamesAClientOfItsOwnIsNoContradiction() {
        assertThat(plan(Configs.of("tollgate.shop.clients", Annotated.class.getName()), Annotated.class)
                        .clients())
                .containsExactly(Map.entry(Annotated.class, "shop"));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void clientThatTwoRealmsNameIsAMistake() {
        plan(
                Configs.of(Map.of("tollgate.acme.clients", "orders", "tollgate.beta.clients", "orders")),
                Annotated.class,
                Orders.class);

        assertThat(problems.all()).containsExactly(Orders.class.getName() + " is in more than one realm: [acme, beta]");
    }

    @Test
    void unknownClientIsToldEvenIfThereIsNoneAtAll() {
        plan(Configs.of("tollgate.acme.clients", "ordres"));

        assertThat(problems.all())
                .containsExactly("tollgate.acme.clients=ordres: there is no client interface with this config key or"
                        + " class name");
    }

    @Test
    void realmIsNamedByTheListOfRealmsAlone() {
        assertThat(plan(Configs.of("tollgate.realms", " acme ,, beta,")).realms())
                .containsOnlyKeys("acme", "beta");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void realmThatIsSwitchedOffLeavesTheClientsOfOthersAlone() {
        RealmCatalog catalog = plan(
                Configs.of(Map.of("tollgate.acme.clients", "orders", "tollgate.acme.enabled", "false")),
                Annotated.class,
                Orders.class);

        assertThat(catalog.realms()).containsOnlyKeys("shop");
        assertThat(catalog.clients()).containsExactly(Map.entry(Annotated.class, "shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tollgate.shop", "tollgate..wait-timeout", "tollgate.x"})
    void propertyThatNamesNoRealmAndKeyIsAMistake(String property) {
        plan(Configs.of(property, "1s"));

        assertThat(problems.all()).containsExactly(property + ": must be tollgate.realms or tollgate.<realm>.<key>");
    }

    @Test
    void propertiesOfOthersAreNoMistake() {
        assertThat(plan(Configs.of(Map.of("tollgates.shop.x", "1", "other.tollgate.shop.x", "1", "tollgate", "1")))
                        .realms())
                .isEmpty();
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void valueOfAMisspeltKeyIsNotShown() {
        plan(Configs.of("tollgate.shop.client-secert", "s3cret"));

        assertThat(problems.all())
                .containsExactly(
                        "tollgate.shop.client-secert: there is no key 'client-secert'; did you mean client-secret?");
    }

    @Test
    void mistakeInASwitchHidesNoOther() {
        plan(Configs.of("tollgate.shop.enabled", "yes"), Torn.class);

        assertThat(problems.all()).hasSize(2).anyMatch(problem -> problem.contains("more than one role"));
    }

    @Test
    void mistakeOfAnInterfaceIsToldOnce() {
        plan(Configs.of(Map.of()), Torn.class);

        assertThat(problems.all())
                .containsExactly("interface " + Torn.class.getName() + " has more than one role: [GUEST, LOGIN]");
    }

    @Guest
    @Login
    @TokenRealm("shop")
    interface Torn {
        @GET
        void news();

        @GET
        void offers();
    }

    @Test
    void nameThatNoPropertyCouldHaveIsAMistakeInAnAnnotationToo() {
        plan(Configs.of(Map.of()), Dotted.class);

        assertThat(problems.all()).containsExactly("realm 'my.shop': a name has letters, digits, - and _ only");
    }

    @TokenRealm("my.shop")
    interface Dotted {}

    @Test
    void kubernetesServiceCalledTollgateIsNoMistake() {
        Config config = Configs.ofEnvironment(Map.of(
                "TOLLGATE_SERVICE_HOST", "10.0.0.1",
                "TOLLGATE_SERVICE_PORT", "80",
                "TOLLGATE_PORT_80_TCP_ADDR", "10.0.0.1"));

        assertThat(plan(config, Orders.class).realms()).isEmpty();
        assertThat(problems.all()).isEmpty();
    }

    private RealmCatalog plan(Config config, Class<?>... known) {
        return RealmPlanner.plan(Discovered.clients(List.of(known)), config, problems);
    }
}
