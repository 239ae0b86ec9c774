package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.source.SourceSettings;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.TokenSourceProvider;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

class ConfiguredSourceTest {

    private static final TokenSource SOURCE = new NothingToRefreshWith();

    private final Problems problems = new Problems();

    @RegisterRestClient
    @TokenRealm("acme")
    interface OrdersClient {
        @GET
        String orders();
    }

    @RegisterRestClient
    @TokenRealm("acme")
    interface RefreshingClient {
        @POST
        @RefreshToken
        String refresh(@FormParam("refresh_token") String refreshToken);
    }

    @RegisterRestClient(configKey = "keyed")
    @TokenRealm("acme")
    interface KeyedClient {
        @GET
        String orders();
    }

    /** Understands {@code issuer} and {@code flavour}, which must be sweet. */
    private static final class Provider implements TokenSourceProvider {
        @Override
        public List<String> keys() {
            return List.of("issuer", "flavour");
        }

        @Override
        public List<String> keyPrefixes() {
            return List.of("spice.");
        }

        @Override
        public List<String> clientKeys() {
            return List.of("flavour");
        }

        @Override
        public Optional<TokenSource> source(SourceSettings settings) {
            checkFlavour(settings);
            settings.named("spice.").forEach((name, value) -> settings.problem("spice." + name, "is " + name));
            settings.clients().values().forEach(Provider::checkFlavour);
            return settings.endpoint("issuer").map(issuer -> SOURCE);
        }

        private static void checkFlavour(SourceSettings settings) {
            settings.text("flavour")
                    .filter(flavour -> !flavour.equals("sweet"))
                    .ifPresent(flavour -> settings.problem("flavour", "must be sweet"));
        }
    }

    @Test
    void clientInterfaceMayHaveKeysOfItsOwn() {
        String quoted = "\"" + OrdersClient.class.getName() + "\"";
        plan(
                Map.of(
                        "tollgate.acme.issuer",
                        "https://id.example.com",
                        "tollgate.acme.client." + quoted + ".flavour",
                        "sour"),
                List.of(),
                OrdersClient.class);

        assertThat(problems.all())
                .containsExactly("tollgate.acme.client." + quoted + ".flavour=(not shown): must be sweet");
    }

    @Test
    void nameOfTheServerMayStandBehindAKey() {
        plan(
                Map.of(
                        "tollgate.acme.issuer", "https://id.example.com",
                        "tollgate.acme.spice.scope", "s3cret",
                        "tollgate.acme.spice.\"Black-Pepper\"", "s3cret"),
                List.of(),
                OrdersClient.class);

        assertThat(problems.all())
                .containsExactlyInAnyOrder(
                        "tollgate.acme.spice.scope=s3cret: is scope",
                        "tollgate.acme.spice.Black-Pepper=: is Black-Pepper");
    }

    @Test
    void valueBehindANameOfTheServerIsNotShown() {
        assertThat(ShownValue.of("tollgate.acme.parameter.scope", "s3cret")).isEqualTo("(not shown)");
        assertThat(ShownValue.of("tollgate.acme.header.session", "s3cret")).isEqualTo("(not shown)");
        assertThat(ShownValue.of("tollgate.acme.header.issuer", "s3cret")).isEqualTo("(not shown)");
        assertThat(ShownValue.of("tollgate.acme.scope", "read")).isEqualTo("read");
    }

    @Test
    void clientInterfaceIsCalledByItsConfigKeyToo() {
        plan(
                Map.of("tollgate.acme.issuer", "https://id.example.com", "tollgate.acme.client.keyed.flavour", "sour"),
                List.of(),
                KeyedClient.class);

        assertThat(problems.all()).containsExactly("tollgate.acme.client.keyed.flavour=(not shown): must be sweet");
    }

    @Test
    void unknownClientInterfaceAndUnknownKeyAreTold() {
        plan(
                Map.of(
                        "tollgate.acme.issuer", "https://id.example.com",
                        "tollgate.acme.client.kayed.flavour", "sweet",
                        "tollgate.acme.client.keyed.colour", "red"),
                List.of(),
                KeyedClient.class);

        assertThat(problems.all())
                .containsExactlyInAnyOrder(
                        "tollgate.acme.client.kayed.flavour: must be tollgate.<realm>.client.<client interface of the"
                                + " realm>.<flavour>; did you mean tollgate.acme.client.keyed.flavour?",
                        "tollgate.acme.client.keyed.colour: must be tollgate.<realm>.client.<client interface of the"
                                + " realm>.<flavour>; did you mean tollgate.acme.client.keyed.flavour?");
    }

    @Test
    void realmGetsTheSourceThatItsConfigurationAsksFor() {
        RealmCatalog catalog =
                plan(Map.of("tollgate.acme.issuer", "https://id.example.com"), List.of(), OrdersClient.class);

        assertThat(catalog.realms().values()).singleElement().satisfies(realm -> assertThat(realm.configured())
                .containsSame(SOURCE));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void mistakesOfItsKeysAreToldWithAllOthers() {
        plan(
                Map.of(
                        "tollgate.acme.flavour", "sour",
                        "tollgate.acme.flavor", "sweet",
                        "tollgate.acme.issuer", "http://id.example.com"),
                List.of(),
                OrdersClient.class);

        assertThat(problems.all())
                .containsExactlyInAnyOrder(
                        "tollgate.acme.flavour=(not shown): must be sweet",
                        "tollgate.acme.flavor: there is no key 'flavor'; did you mean flavour?",
                        "tollgate.acme.issuer=http://id.example.com: must not be used: http://id.example.com:80 is"
                                + " neither https nor a loopback address; where the network can be trusted, set"
                                + " tollgate.acme.allow-http=true");
    }

    @Test
    void realmHasOneSourceOfItsOwn() {
        plan(Map.of("tollgate.acme.issuer", "https://id.example.com"), List.of(), RefreshingClient.class);

        assertThat(problems.all())
                .containsExactly(
                        "realm 'acme' has both a provider that its configuration names and a @RefreshToken"
                                + " method, RefreshingClient.refresh: where should its tokens come from? One of them is enough");
    }

    @Test
    void beanThatIsForThisRealmIsASourceOfItsOwnToo() {
        plan(Map.of("tollgate.acme.issuer", "https://id.example.com"), List.of(bean("acme")), OrdersClient.class);

        assertThat(problems.all()).singleElement().asString().contains("a TokenSource bean, OwnSource");
    }

    @Test
    void beanForRealmsWithoutASourceIsNoContradiction() {
        plan(Map.of("tollgate.acme.issuer", "https://id.example.com"), List.of(bean(null)), OrdersClient.class);

        assertThat(problems.all()).isEmpty();
    }

    private static CallbackBean bean(@org.jspecify.annotations.Nullable String realm) {
        return new CallbackBean(TokenSource.class, Optional.ofNullable(realm), false, "OwnSource", () -> SOURCE);
    }

    private RealmCatalog plan(Map<String, String> properties, List<CallbackBean> beans, Class<?> client) {
        return RealmPlanner.plan(
                new Discovered(List.of(client), beans, List.of()),
                Configs.of(properties),
                new ConfiguredSources(List.of(new Provider())),
                problems);
    }
}
