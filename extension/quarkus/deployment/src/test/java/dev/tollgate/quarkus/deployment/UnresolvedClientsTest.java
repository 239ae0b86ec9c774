package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is used when the application is built must be known then. */
class UnresolvedClientsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, GeneratedClient.class)
                    .addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("tollgate.shop.clients", "${CLIENTS_OF_NOBODY}")
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("tollgate.shop.clients: ${CLIENTS_OF_NOBODY} cannot be resolved"));

    @Test
    void isNotBuilt() {
        throw new AssertionError("the application has started");
    }
}
