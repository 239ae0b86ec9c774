package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roles are worked out when the application is built: one that is started with others, or with more, does not start. */
class FixedConfigurationTest {

    private static final String ADDED = "tollgate.shop.roles.\"generated/signIn\"";
    private static final String ROLE = "tollgate.shop.roles.\"generated/catalog\"";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, GeneratedClient.class)
                    .addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("tollgate.shop.clients", "generated")
            .overrideConfigKey(ROLE, "guest")
            .overrideRuntimeConfigKey(ROLE, "authenticated")
            .overrideRuntimeConfigKey(ADDED, "guest")
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("Tollgate can not start, 2 problem(s):")
                    .hasStackTraceContaining(
                            ROLE + "=authenticated: is fixed when the application is built, and was then guest")
                    .hasStackTraceContaining(
                            ADDED + "=guest: is fixed when the application is built, and was not there then"));

    @Test
    void doesNotStart() {
        throw new AssertionError("the application has started");
    }
}
