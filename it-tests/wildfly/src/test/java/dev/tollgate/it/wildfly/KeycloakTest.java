package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.it.keycloak.Answer;
import dev.tollgate.it.keycloak.Await;
import dev.tollgate.it.keycloak.ConfiguredRealms;
import dev.tollgate.it.keycloak.ExchangeClients;
import dev.tollgate.it.keycloak.Http;
import dev.tollgate.it.keycloak.JwtResourceServer;
import dev.tollgate.it.keycloak.KeycloakAdmin;
import dev.tollgate.it.keycloak.KeycloakServer;
import dev.tollgate.it.keycloak.Rounds;
import dev.tollgate.it.keycloak.TokenEndpoint;
import dev.tollgate.it.wildfly.configured.Desk;
import dev.tollgate.rest.Tollgate;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that gets its tokens by configuration alone, before a real Keycloak whose tokens live 5 s. */
@ArquillianTest
@RunAsClient
@Timeout(180)
class KeycloakTest {

    private static final int EXPIRIES = 5;
    private static final Duration LONGER_THAN_A_TOKEN = Duration.ofSeconds(20);
    private static final String NAME = "configured";

    private static final KeycloakServer KEYCLOAK = KeycloakServer.start();
    private static final JwtResourceServer API = JwtResourceServer.trusting(KEYCLOAK);

    private final KeycloakAdmin admin = KEYCLOAK.admin();

    @Deployment(testable = false)
    static Archive<?> application() {
        ExchangeClients.register(KEYCLOAK.admin());
        return ShrinkWrap.create(WebArchive.class, NAME + ".war")
                .addPackage(Desk.class.getPackage())
                .addAsWebInfResource("beans.xml")
                .addAsResource(configuration(), "META-INF/microprofile-config.properties")
                .addAsLibraries(
                        Libraries.of(Tollgate.class, "tollgate-rest-client.jar"),
                        Libraries.of(TokenGate.class, "tollgate-core.jar"))
                .addAsLibraries(Libraries.provider());
    }

    private static Asset configuration() {
        Map<String, String> properties = new HashMap<>(ConfiguredRealms.properties());
        properties.putAll(ConfiguredRealms.register(KEYCLOAK, API));
        properties.put("warehouse/mp-rest/url", "${api.url}");
        properties.put("tollgate.warehouse.issuer", "${keycloak.url}/realms/acme");
        properties.put("tollgate.warehouse.client-id", "exchanger");
        properties.put("tollgate.warehouse.client-secret", "exchanger-secret");
        properties.put("tollgate.warehouse.grant", "token_exchange");
        properties.put("tollgate.warehouse.clients", "warehouse");
        return new StringAsset(properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining("\n")));
    }

    @AfterAll
    static void stop() {
        API.close();
        KEYCLOAK.close();
    }

    @BeforeEach
    void forget() {
        admin.clearEvents();
    }

    @Test
    void tokensExpireUnnoticedHoweverTheyAreHadUntilTheSessionIsEnded() throws Exception {
        signIn();

        Rounds rounds = Rounds.across(
                EXPIRIES,
                Map.of(
                        "stock", () -> calling("stock"),
                        "ledger", () -> calling("ledger"),
                        "vault", () -> calling("vault"),
                        "basket", () -> calling("basket")));

        System.out.printf(
                "Keycloak, WildFly: %s; token calls: %d + %d, answers 401: %d%n",
                rounds, admin.count("CLIENT_LOGIN"), admin.count("REFRESH_TOKEN"), API.rejected());
        assertThatEachTokenWasAskedForOnce("orders", rounds.tokens("stock"));
        assertThatEachTokenWasAskedForOnce("signing", rounds.tokens("ledger"));
        assertThatEachTokenWasAskedForOnce("vault", rounds.tokens("vault"));
        assertThat(admin.count("REFRESH_TOKEN")).isBetween(rounds.tokens("basket") - 1, rounds.tokens("basket"));
        assertThat(admin.count("CLIENT_LOGIN_ERROR") + admin.count("REFRESH_TOKEN_ERROR"))
                .isZero();

        admin.endSessionsOf("alice");

        Await.until(
                "the session is over",
                LONGER_THAN_A_TOKEN,
                () -> Http.get(at("basket")).status() != 200);
        assertThat(Http.get(at("basket")).body())
                .startsWith("SessionExpiredException: realm 'basket': the session is over, sign in again")
                .contains("400 invalid_grant");
        assertThat(admin.count("REFRESH_TOKEN_ERROR")).isEqualTo(1);
    }

    /** One that was fetched ahead may not have been used when the calls were over. */
    private void assertThatEachTokenWasAskedForOnce(String client, int tokens) {
        assertThat(admin.count("CLIENT_LOGIN", client)).isBetween(tokens, tokens + 1);
    }

    @Test
    void tokenOfTheCallerIsExchanged() {
        String subject = new TokenEndpoint(KEYCLOAK.tokenEndpoint(), "portal")
                .signIn("alice", "alice")
                .expect(200)
                .text("access_token");

        Answer answer = Http.get(at("warehouse"), subject).expect(200);
        Answer later = Http.get(at("warehouse-later"), subject).expect(200);

        assertThat(answer.text("user")).isEqualTo("alice");
        assertThat(later.text("user")).isEqualTo("alice");
        assertThat(admin.count("TOKEN_EXCHANGE")).isEqualTo(1);
        assertThat(Http.get(at("warehouse")).body()).startsWith("SessionExpiredException");
    }

    private static void signIn() {
        Answer alice = new TokenEndpoint(KEYCLOAK.tokenEndpoint(), "shop")
                .signIn("alice", "alice")
                .expect(200);
        Map<String, String> tokens = Map.of(
                "access_token", alice.text("access_token"),
                "refresh_token", alice.text("refresh_token"),
                "expires_in", String.valueOf(alice.json().getInt("expires_in")));
        Http.post(at("sign-in"), tokens).expect(204);
    }

    private static String calling(String client) {
        return Http.get(at(client)).expect(200).body();
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + System.getProperty("server.port.http") + "/" + NAME + "/desk/" + path);
    }
}
