package dev.tollgate.it.payara;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.elsewhere.Server;
import dev.tollgate.testkit.FakeServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On Payara Micro, whose REST client is Jersey, a realm is refused, and an application without one has lost nothing. */
class PayaraTest {

    private static final FakeServer SERVICE = FakeServer.start();
    private static final Server SERVER = Payara.start(SERVICE.uri());

    @BeforeAll
    static void awaitServer() throws InterruptedException {
        SERVER.awaitLine("ready in");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        SERVICE.close();
    }

    @BeforeEach
    void reset() {
        SERVICE.reset();
    }

    @Test
    void nothingHappensToClientsWithoutARealm() throws Exception {
        for (String call : List.of("now", "later", "built")) {
            assertThat(SERVER.get("/plain/plain/" + call)).startsWith("200");
        }

        assertThat(SERVICE.requests().all()).hasSize(3).noneMatch(request -> request.header("Authorization")
                .isPresent());
    }

    /** It refuses a built client that names a realm, and lets all others alone. */
    @Test
    void oneFilterIsOnTheirClients() throws Exception {
        assertThat(SERVER.get("/plain/plain/registered")).isEqualTo("200 dev.tollgate.rest.filter.TokenRequestFilter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "later", "login", "inherited"})
    void callsInARealmAreRefused(String call) throws Exception {
        assertThat(SERVER.get("/realm/shop/alice/refusal/" + call))
                .contains("realm 'shop': ShopClient.")
                .contains(" was not sent: its REST client (org.glassfish.jersey.client.ClientRequest) is not supported")
                .contains("Take the client out of the realm")
                .contains("tollgate.shop.enabled=false");

        assertThat(SERVICE.requests().all()).isEmpty();
    }

    @Test
    void guestsPass() throws Exception {
        assertThat(SERVER.get("/realm/shop/alice/catalog")).startsWith("200");

        assertThat(SERVICE.requests().all()).hasSize(1).noneMatch(request -> request.header("Authorization")
                .isPresent());
    }
}
