package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A secret whose expression cannot be resolved, in a profile: what is written beside it is not shown. */
class UnresolvedSecretTest {

    /** Quarkus finds it before Tollgate does. */
    private static final String RULE = "Could not expand value MODE_OF_NOBODY in property ";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar ->
                    jar.addClasses(Shop.class, ShopClient.class).addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("%test.tollgate.shop.client-secret", "s3cret-${MODE_OF_NOBODY}")
            .overrideConfigKey("%prod.tollgate.shop.wait-timeout", "${MODE_OF_NOBODY}")
            .assertException(failure -> assertThat(failure)
                    .hasMessageContaining(RULE + "tollgate.shop.client-secret")
                    .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("s3cret", "wait-timeout")));

    @Test
    void doesNotStart() {
        throw new AssertionError("the application has started");
    }
}
