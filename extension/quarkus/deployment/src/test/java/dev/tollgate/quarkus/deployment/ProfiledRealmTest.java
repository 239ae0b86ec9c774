package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm whose properties are all of one profile. */
class ProfiledRealmTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, GeneratedClient.class)
                    .addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("%test.tollgate.shop.clients", "generated")
            .overrideConfigKey("%test.tollgate.shop.roles.\"generated/signIn\"", "login")
            .overrideConfigKey("%test.tollgate.shop.roles.\"generated/renew\"", "refresh-token")
            .overrideConfigKey("%test.tollgate.shop.roles.\"generated/catalog\"", "guest");

    @Inject
    @RestClient
    GeneratedClient client;

    @Test
    void isARealmInThatProfile() {
        client.signIn(Map.of("username", "alice", "password", "alice"));

        assertThat(client.orders()).containsEntry("generation", 0);
    }
}
