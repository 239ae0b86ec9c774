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

class InjectedClientsTest {

    private static final String CXF = "org.apache.cxf.microprofile.client.CxfRestClientBuilderResolver";

    @TokenRealm("shop")
    interface ShopClient {}

    interface Plain {}

    @Test
    void realmOnCxfIsRefusedAtStart() {
        assertThat(problemsOn(CXF, Map.of(), ShopClient.class))
                .singleElement()
                .asString()
                .startsWith("realm 'shop' has clients, but their REST client (" + CXF + ") is not supported")
                .contains("Take the clients out of the realm")
                .contains("tollgate.shop.enabled=false");
    }

    @Test
    void realmThatIsSwitchedOffIsNot() {
        assertThat(problemsOn(CXF, Map.of("tollgate.shop.enabled", "false"), ShopClient.class))
                .isEmpty();
    }

    @Test
    void clientInNoRealmIsNot() {
        assertThat(problemsOn(CXF, Map.of(), Plain.class)).isEmpty();
    }

    @Test
    void realmOnAnotherRestClientIsNot() {
        assertThat(problemsOn("org.jboss.resteasy.microprofile.client.BuilderResolver", Map.of(), ShopClient.class))
                .isEmpty();
    }

    private static List<String> problemsOn(String restClient, Map<String, String> properties, Class<?> client) {
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
