package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.TokenRealm;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a filter of quarkus-oidc-client is on a client of a realm, whoever builds the application is warned. */
class OidcClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(
                            Shop.class,
                            MarkedClient.class,
                            MarkedMethodClient.class,
                            NamedClient.class,
                            RegisteredClient.class,
                            ExtendedClient.class,
                            OwnFilter.class,
                            ConfiguredClient.class,
                            LeftClient.class,
                            CleanClient.class)
                    .addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey(
                    "quarkus.rest-client.configured.providers", OidcClientRequestReactiveFilter.class.getName())
            .overrideConfigKey(
                    "quarkus.rest-client.NamedClient.providers", OidcClientRequestReactiveFilter.class.getName())
            .setLogRecordPredicate(logged -> logged.getLevel().intValue() >= Level.WARNING.intValue()
                    && logged.getLoggerName().startsWith("dev.tollgate"))
            .assertLogRecords(OidcClientTest::check);

    private static void check(List<LogRecord> logged) {
        assertThat(logged)
                .extracting(LogRecord::getMessage)
                .containsExactlyInAnyOrder(
                        warning(MarkedClient.class, "@OidcClientFilter"),
                        warning(MarkedMethodClient.class, "@OidcClientFilter on marked()"),
                        warning(
                                NamedClient.class,
                                "quarkus.rest-client.NamedClient.providers="
                                        + OidcClientRequestReactiveFilter.class.getName()),
                        warning(RegisteredClient.class, "@RegisterProvider(OidcClientRequestReactiveFilter.class)"),
                        warning(ExtendedClient.class, "@RegisterProvider(OidcClientTest$OwnFilter.class)"),
                        warning(
                                ConfiguredClient.class,
                                "quarkus.rest-client.configured.providers="
                                        + OidcClientRequestReactiveFilter.class.getName()));
    }

    private static String warning(Class<?> client, String other) {
        return client.getName() + " is in the realm 'shop', and " + other
                + " puts another token on its requests: one of"
                + " the two is enough. Remove it, or take the interface out of the realm";
    }

    @Test
    void buildIsNotStopped() {
        assertThat(Shop.server().uri()).hasScheme("http");
    }

    @RegisterRestClient(configKey = "marked")
    @TokenRealm("shop")
    @OidcClientFilter
    interface MarkedClient {
        @GET
        @Path("api/marked")
        String get();
    }

    @RegisterRestClient(configKey = "marked-method")
    @TokenRealm("shop")
    interface MarkedMethodClient {
        @GET
        @Path("api/plain")
        String plain();

        @GET
        @Path("api/marked")
        @OidcClientFilter
        String marked();
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface NamedClient {
        @GET
        @Path("api/named")
        String get();
    }

    @RegisterRestClient(configKey = "registered")
    @TokenRealm("shop")
    @RegisterProvider(OidcClientRequestReactiveFilter.class)
    interface RegisteredClient {
        @GET
        @Path("api/registered")
        String get();
    }

    @RegisterRestClient(configKey = "extended")
    @TokenRealm("shop")
    @RegisterProvider(OwnFilter.class)
    interface ExtendedClient {
        @GET
        @Path("api/extended")
        String get();
    }

    /** Another client's tokens. */
    public static class OwnFilter extends OidcClientRequestReactiveFilter {}

    @RegisterRestClient(configKey = "configured")
    @TokenRealm("shop")
    interface ConfiguredClient {
        @GET
        @Path("api/configured")
        String get();
    }

    /** In no realm. */
    @RegisterRestClient(configKey = "left")
    @OidcClientFilter
    interface LeftClient {
        @GET
        @Path("api/left")
        String get();
    }

    @RegisterRestClient(configKey = "clean")
    @TokenRealm("shop")
    interface CleanClient {
        @GET
        @Path("api/clean")
        String get();
    }
}
