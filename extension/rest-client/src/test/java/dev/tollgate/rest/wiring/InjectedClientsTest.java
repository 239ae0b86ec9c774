package dev.tollgate.rest.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.Discovered;
import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmCatalog;
import dev.tollgate.rest.realm.RealmPlanner;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedClientsTest {

    private static final String CXF = "org.apache.cxf.microprofile.client.CxfRestClientBuilderResolver";
    private static final RestClientHere ON_CXF = new RestClientHere(CXF, false, true);

    @TokenRealm("shop")
    interface ShopClient {}

    interface Plain {}

    @Test
    void realmOnCxfIsRefusedAtStart() {
        assertThat(problemsOn(ON_CXF, Map.of(), ShopClient.class))
                .singleElement()
                .asString()
                .startsWith("realm 'shop' has clients, but their REST client (" + CXF + ") is not supported")
                .contains("Take the clients out of the realm")
                .contains("tollgate.shop.enabled=false");
    }

    @Test
    void realmThatIsSwitchedOffIsNot() {
        assertThat(problemsOn(ON_CXF, Map.of("tollgate.shop.enabled", "false"), ShopClient.class))
                .isEmpty();
    }

    @Test
    void clientInNoRealmIsNot() {
        assertThat(problemsOn(ON_CXF, Map.of(), Plain.class)).isEmpty();
    }

    @Test
    void realmOnAnotherRestClientIsNot() {
        assertThat(problemsOn(new RestClientHere("org.jboss.resteasy.Any", true, true), Map.of(), ShopClient.class))
                .isEmpty();
        assertThat(problemsOn(new RestClientHere("org.glassfish.jersey.Any", false, true), Map.of(), ShopClient.class))
                .isEmpty();
    }

    @Test
    void realmOnAnUnknownRestClientIsRefusedAtStart() {
        assertThat(problemsOn(new RestClientHere("com.acme.Resolver", false, true), Map.of(), ShopClient.class))
                .singleElement()
                .asString()
                .startsWith("realm 'shop' has clients, but their REST client (com.acme.Resolver) is not supported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.jboss.resteasy.Any", "org.glassfish.jersey.Any"})
    void realmWhoseFiltersWereNotAskedForIsRefusedAtStart(String restClient) {
        boolean supported = restClient.contains("resteasy");

        assertThat(problemsOn(new RestClientHere(restClient, supported, false), Map.of(), ShopClient.class))
                .singleElement()
                .asString()
                .startsWith("realm 'shop' has clients, but their REST client (" + restClient
                        + ") has not asked for the filters of Tollgate: ");
        assertThat(problemsOn(new RestClientHere(restClient, supported, false), Map.of(), Plain.class))
                .isEmpty();
    }

    private static List<String> problemsOn(RestClientHere restClient, Map<String, String> properties, Class<?> client) {
        RealmCatalog planned = RealmPlanner.plan(
                new Discovered(Set.of(client), List.of(), List.of()),
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(properties, "test", 100))
                        .build(),
                new Problems());
        Problems problems = new Problems();
        InjectedClients.check(planned, restClient, problems);
        return problems.all();
    }
}
