package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.quarkus.health.TokensReadiness;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever does not want the readiness check switches it off. */
class WithoutReadinessTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar ->
                    jar.addClasses(Shop.class, ShopClient.class).addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("quarkus.tollgate.health.enabled", "false");

    @Inject
    @Any
    Instance<HealthCheck> checks;

    @Test
    void nothingIsChecked() {
        assertThat(checks.select(TokensReadiness.class)).isEmpty();
    }
}
