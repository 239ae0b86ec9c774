package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.ShopClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** How many connections there are is a matter of RESTEasy's client, so this is no scenario of all runtimes. */
@ArquillianTest
class ConnectionPoolTest extends ShopScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @Test
    void oneConnectionIsEnoughBecauseTheFirstAnswerGivesItsOwnBack() {
        ShopClient client = RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .property("resteasy.connectionPoolSize", 1)
                .property("resteasy.connectionCheckoutTimeout", List.of(2L, TimeUnit.SECONDS))
                .build(ShopClient.class);

        for (int generation = 1; generation <= 20; generation++) {
            server.tokens().revokeAccessTokens();
            assertThat(client.orders().getInt("generation")).isEqualTo(generation);
        }
    }
}
