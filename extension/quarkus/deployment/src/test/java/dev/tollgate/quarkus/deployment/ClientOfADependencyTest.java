package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An interface that nobody can edit, in a jar of its own, gets its realm and its roles by configuration. */
class ClientOfADependencyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(Shop.class).addAsServiceProvider(ConfigSource.class, Shop.class))
            .withAdditionalDependency(jar -> jar.addClass(GeneratedClient.class))
            .overrideConfigKey("tollgate.shop.clients", "generated")
            .overrideConfigKey("tollgate.shop.roles.\"generated/signIn\"", "login")
            .overrideConfigKey("tollgate.shop.roles.\"generated/renew\"", "refresh-token")
            .overrideConfigKey("tollgate.shop.roles.\"generated/catalog\"", "guest");

    @Inject
    @RestClient
    GeneratedClient client;

    @Test
    void isSignedInRefreshedAndReplayed() {
        client.signIn(Map.of("username", "alice", "password", "alice"));
        Shop.server().tokens().revokeAccessTokens();

        assertThat(client.orders()).containsEntry("generation", 1);
        client.catalog();

        assertThat(Shop.server().tokens().refreshes()).isEqualTo(1);
        assertThat(Shop.server().requests().to("/api/orders"))
                .extracting(request -> request.status())
                .containsExactly(401, 200);
        assertThat(Shop.server().requests().to("/public/catalog"))
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).isEmpty());
    }
}
