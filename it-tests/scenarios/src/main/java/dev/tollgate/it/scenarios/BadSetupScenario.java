package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.badinput.BadInput;
import dev.tollgate.it.scenarios.client.PlainClient;
import dev.tollgate.it.scenarios.client.ShopClient;
import dev.tollgate.rest.realm.Discovered;
import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmPlanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes of configuration and of client interfaces stop the application. Needs no container, only MicroProfile Config. */
public abstract class BadSetupScenario {

    private static final String ALONE = "Tollgate can not start, 1 problem(s):\n  ";

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.tollgate.it.scenarios.badinput.Settings#all")
    void mistakeOfConfigurationIsToldWithPropertyValueAndRule(BadInput<Map<String, String>> bad) {
        assertThatThrownBy(() -> start(bad.given(), ShopClient.class, PlainClient.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(ALONE + bad.seen());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.tollgate.it.scenarios.badinput.Signatures#all")
    void refreshMethodThatCanNotBeCalledIsToldWithWhatWouldWork(BadInput<Class<?>> bad) {
        Map<String, String> realm = Map.of("tollgate.shop.clients", bad.given().getName());

        assertThatThrownBy(() -> start(realm, bad.given()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Tollgate can not start, ")
                .hasMessageEndingWith(" problem(s):\n  " + bad.seen());
    }

    private static void start(Map<String, String> properties, Class<?>... clients) {
        Config config = ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new Properties(properties))
                .build();
        Problems problems = new Problems();
        RealmPlanner.plan(Discovered.clients(List.of(clients)), config, problems);
        problems.report();
    }

    private record Properties(Map<String, String> values) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "the test";
        }
    }
}
