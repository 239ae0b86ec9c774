package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.quarkus.test.QuarkusUnitTest;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A filter of quarkus-oidc-client that configuration puts on all clients is on those of a realm as well. */
class AllOidcClientsTest {

    private static final String FILTER = OidcClientRequestReactiveFilter.class.getName();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar ->
                    jar.addClasses(Shop.class, ShopClient.class).addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("quarkus.rest-client.providers", FILTER)
            .setLogRecordPredicate(logged -> logged.getLevel().intValue() >= Level.WARNING.intValue()
                    && logged.getLoggerName().startsWith("dev.tollgate"))
            .assertLogRecords(logged -> assertThat(logged)
                    .extracting(LogRecord::getMessage)
                    .singleElement()
                    .asString()
                    .contains("quarkus.rest-client.providers=" + FILTER + " puts another token on its requests"));

    @Test
    void buildIsNotStopped() {
        assertThat(Shop.server().uri()).hasScheme("http");
    }
}
