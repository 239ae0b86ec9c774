package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application does not start with the default of a key whose expression cannot be resolved. */
class UnresolvedExpressionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar ->
                    jar.addClasses(Shop.class, ShopClient.class).addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("tollgate.shop.session", "${MODE_OF_NOBODY}")
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("tollgate.shop.session")
                    .hasStackTraceContaining("MODE_OF_NOBODY"));

    @Test
    void doesNotStart() {
        throw new AssertionError("the application has started");
    }
}
