package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.quarkus.wiring.FixedProperties;
import dev.tollgate.rest.realm.Problems;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A variable of the environment is a property that is spelled in another way. */
class FixedPropertiesTest {

    private static final String ROLE = "tollgate.shop.roles.\"shop/catalog\"";
    private static final String VARIABLE = "TOLLGATE_SHOP_ROLES__SHOP_CATALOG_";

    @Test
    void addedRoleIsTold() {
        assertThat(problems(Map.of(), Map.of(VARIABLE, "guest")))
                .containsExactly(VARIABLE + "=guest: is fixed when the application is built, and was not there then");
    }

    @Test
    void roleThatIsAsItWasIsNot() {
        assertThat(problems(Map.of(ROLE, "guest"), Map.of(ROLE, "guest", VARIABLE, "guest")))
                .isEmpty();
    }

    @Test
    void variableThatIsMeantForSomebodyElseIsNot() {
        assertThat(problems(Map.of(), Map.of("TOLLGATE_SERVICE_ROLES_HOST", "10.0.0.1", "TOLLGATE_SHOP_HOST", "shop")))
                .isEmpty();
    }

    private static List<String> problems(Map<String, String> built, Map<String, String> environment) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new Environment(environment))
                .build();
        Problems problems = new Problems();
        new FixedProperties(built, config).check(Set.of("shop"), problems);
        return problems.all();
    }

    private record Environment(Map<String, String> variables) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return variables.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return variables.get(name);
        }

        @Override
        public String getName() {
            return "the environment of a test";
        }
    }
}
