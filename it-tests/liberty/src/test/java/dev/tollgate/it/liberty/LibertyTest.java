package dev.tollgate.it.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.elsewhere.Server;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.Recorded;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On Open Liberty, whose REST client is RESTEasy behind a builder of its own, a realm works. */
class LibertyTest {

    private static final FakeServer SERVICE = FakeServer.start();
    private static final Server SERVER = Liberty.start(SERVICE.uri());

    @BeforeAll
    static void awaitServer() throws InterruptedException {
        SERVER.awaitLine("CWWKF0011I");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        SERVICE.close();
    }

    @BeforeEach
    void signInAnew() throws Exception {
        SERVICE.reset();
        SERVICE.tokens().user("bob", "bob");
        assertThat(SERVER.post("/realm/shop/alice/login")).startsWith("204");
        assertThat(SERVER.post("/realm/shop/bob/login")).startsWith("204");
    }

    @Test
    void nothingHappensToClientsWithoutARealm() throws Exception {
        for (String call : List.of("now", "later", "built")) {
            assertThat(SERVER.get("/plain/plain/" + call)).startsWith("200");
        }

        assertThat(sentSinceTheLogins()).hasSize(3).noneMatch(request -> request.header("Authorization")
                .isPresent());
    }

    @Test
    void callsCarryTheTokensOfTheirUsers() throws Exception {
        assertThat(shop("alice/orders")).isEqualTo("200 alice");
        assertThat(shop("bob/orders")).isEqualTo("200 bob");
    }

    @Test
    void asynchronousCallsDoToo() throws Exception {
        assertThat(shop("alice/astray/600")).isEqualTo("200 0");
        assertThat(shop("bob/astray/600")).isEqualTo("200 0");
    }

    @Test
    void callsThatGoOnWhereAnAsynchronousOneHasEndedDoToo() throws Exception {
        assertThat(shop("alice/afterwards")).isEqualTo("200 alice");
        assertThat(shop("bob/afterwards")).isEqualTo("200 bob");
    }

    @Test
    void inheritedMethodsDoToo() throws Exception {
        assertThat(shop("alice/inherited")).isEqualTo("200 alice");
    }

    @Test
    void guestsCarryNone() throws Exception {
        assertThat(shop("alice/catalog")).startsWith("200");
        assertThat(shop("alice/guest")).isEqualTo("200 nobody's");

        assertThat(sentSinceTheLogins()).hasSize(2).noneMatch(request -> request.header("Authorization")
                .isPresent());
    }

    @Test
    void rejectedTokensAreReplacedAndTheCallsReplayed() throws Exception {
        SERVICE.tokens().revokeAccessTokens();

        assertThat(shop("alice/orders")).isEqualTo("200 alice");
        assertThat(shop("bob/later")).isEqualTo("200 bob");
        assertThat(SERVICE.tokens().refreshAttempts()).isEqualTo(2);
        assertThat(sentSinceTheLogins())
                .extracting(Recorded::path)
                .containsExactly("/api/orders", "/token", "/api/orders", "/api/orders", "/token", "/api/orders");
    }

    private static List<Recorded> sentSinceTheLogins() {
        return SERVICE.requests().all().stream()
                .filter(request -> !request.path().equals("/login"))
                .toList();
    }

    private static String shop(String call) throws IOException, InterruptedException {
        return SERVER.get("/realm/shop/" + call);
    }
}
