package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.client.BuiltStrayingClient;
import dev.tollgate.it.scenarios.client.ClearClient;
import dev.tollgate.it.scenarios.client.Detour;
import dev.tollgate.it.scenarios.client.ExposedClient;
import dev.tollgate.it.scenarios.client.LateStrayingClient;
import dev.tollgate.it.scenarios.client.Meddler;
import dev.tollgate.it.scenarios.client.Meddling;
import dev.tollgate.it.scenarios.client.StrayingClient;
import dev.tollgate.it.scenarios.client.WelcomeClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.UntrustedOriginException;
import dev.tollgate.testkit.FakeServer;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guarantee 12: a token goes only to the origins of its realm, whatever the application's filters do to a request. */
public abstract class OriginScenario extends ShopScenario {

    private static final String NOT_PRIVATE =
            "http://shop.invalid:80 is neither https nor a loopback address; where the"
                    + " network can be trusted, set tollgate.exposed.allow-http=true";

    protected final FakeServer elsewhere = Elsewhere.get();

    @Inject
    @RestClient
    StrayingClient straying;

    @Inject
    @RestClient
    protected LateStrayingClient late;

    @Inject
    @RestClient
    WelcomeClient welcome;

    @Inject
    @RestClient
    ExposedClient exposed;

    @Inject
    @RestClient
    ClearClient clear;

    @Override
    @BeforeEach
    protected void signInAnew() {
        Detour.clear();
        Meddler.clear();
        server.reset();
        elsewhere.reset();
        straying.login(credentials("alice"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("straying");
    }

    @Test
    void callThatAFilterLeadsToAnotherOriginIsNotSent() {
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));

        // tag::refused[]
        assertThatThrownBy(() -> straying.place(order()))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessage("realm 'straying': StrayingClient.place was not sent: " + elsewhere.uri()
                        + " is not an origin of the realm: its clients go to " + server.uri()
                        + ", and tollgate.straying.allowed-origins names none");
        // end::refused[]
        assertNothingArrived("/api");
    }

    @Test
    void filterThatTouchesTheTokenDoesNotSwitchTheCheckOff() {
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));

        for (Meddling meddling : Meddling.values()) {
            Meddler.does(meddling::to);
            assertThatThrownBy(() -> straying.place(order()))
                    .as(meddling.name())
                    .isInstanceOf(UntrustedOriginException.class)
                    .hasMessageContaining(elsewhere.uri() + " is not an origin of the realm");
        }
        assertNothingArrived("/api");
    }

    @Test
    void filterThatTouchesTheTokenOfAProofDoesNotEither() {
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));
        realm().signIn(realm().tokens().toBuilder().tokenType("DPoP").build());
        Meddler.does(Meddling.SECOND_VALUE::to);

        assertThatThrownBy(() -> straying.place(order())).isInstanceOf(UntrustedOriginException.class);
        assertNothingArrived("/api");
    }

    @Test
    void filterThatTouchesTheTokenIsFineAtHome() {
        Meddler.does(Meddling.LOWER_CASE_SCHEME::to);

        straying.place(order());

        assertThat(server.requests().to("/api/orders")).hasSize(1);
    }

    @Test
    void filterBeforeAllOthersDoesNotDecideWhereItsClientIsAtHome() {
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));
        BuiltStrayingClient early = RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(Detour.class, Integer.MIN_VALUE)
                .build(BuiltStrayingClient.class);

        assertThatThrownBy(() -> early.place(order()))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessageContaining("its clients go to " + server.uri());
        assertNothingArrived("/api");
    }

    @Test
    void clientsOfOneBuilderAreAtHomeWhereEachWasBuiltToGo() {
        RestClientBuilder builder = RestClientBuilder.newBuilder().register(Detour.class);
        BuiltStrayingClient here = builder.baseUri(server.uri()).build(BuiltStrayingClient.class);
        BuiltStrayingClient there = builder.baseUri(elsewhere.uri("/public")).build(BuiltStrayingClient.class);

        here.place(order());
        there.place(order());
        Detour.of("/api/orders", elsewhere.uri("/public/orders"));

        assertThatThrownBy(() -> here.place(order())).isInstanceOf(UntrustedOriginException.class);
        assertThat(server.requests().to("/api/orders")).hasSize(1);
        assertThat(elsewhere.requests().all()).hasSize(1);
    }

    @Test
    void asynchronousCallIsNotSentEither() {
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));

        assertThatThrownBy(
                        () -> straying.placeLater(order()).toCompletableFuture().get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessageContaining("StrayingClient.placeLater was not sent");
        assertNothingArrived("/api");
    }

    @Test
    protected void filterThatRunsAfterTheCheckIsRefused() {
        tollgate.realm("late").signIn(realm().tokens());
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));

        assertThatThrownBy(() -> late.place(order()))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessage("realm 'late': LateStrayingClient.place was not sent: " + Detour.class.getName()
                        + " runs after the check of where the token goes, and could change that: give it a priority"
                        + " below Integer.MAX_VALUE");
        assertNothingArrived("/api");
        assertThat(late.catalog()).as("what a guest gets").isNotNull();
    }

    @Test
    void replayOfACallThatWentToItsOriginGoesThereAgain() {
        Detour.of("/api/orders", server.uri("/api/others"));
        server.tokens().revokeAccessTokens();

        straying.place(order());

        assertThat(server.requests().to("/api/others"))
                .extracting(request -> request.status())
                .containsExactly(401, 200);
    }

    @Test
    void anotherPathOfTheSameOriginIsFine() {
        Detour.of("/api/orders", server.uri("/api/others?all=true"));

        straying.place(order());

        assertThat(tokensSentTo("/api/others")).containsExactly(server.tokens().currentAccessToken());
    }

    @Test
    void otherNameOfTheSameMachineIsAnotherOrigin() {
        Detour.of("/api/orders", URI.create("http://localhost:" + server.uri().getPort() + "/api/orders"));

        assertThatThrownBy(() -> straying.place(order())).isInstanceOf(UntrustedOriginException.class);
        assertNothingArrived("/api");
    }

    @Test
    void originThatIsConfiguredIsFine() {
        welcome.login(credentials("alice"));
        Detour.of("/api/orders", elsewhere.uri("/public/orders"));

        welcome.place(order());

        assertThat(elsewhere.requests().to("/public/orders"))
                .extracting(request -> request.bearerToken().orElseThrow())
                .containsExactly(server.tokens().currentAccessToken());
    }

    @Test
    void guestMayGoAnywhereAndBringsNoToken() {
        Detour.of("/public/catalog", elsewhere.uri("/public/catalog"));

        straying.catalog();

        assertThat(elsewhere.requests().all()).hasSize(1).allSatisfy(request -> assertThat(request.authorization())
                .isEmpty());
    }

    @Test
    void callersOwnCredentialsAreTheCallersBusiness() {
        Detour.of("/api/orders", elsewhere.uri("/public/orders"));

        straying.placeAs("Basic bWU6bWluZQ==", order());

        assertThat(elsewhere.requests().all()).hasSize(1).allSatisfy(request -> assertThat(request.authorization())
                .hasValue("Basic bWU6bWluZQ=="));
    }

    @Test
    void passwordOfALoginIsNotSentToAnotherOrigin() {
        Detour.of("/login", elsewhere.uri("/login"));

        assertThatThrownBy(() -> straying.login(credentials("alice")))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessageContaining("StrayingClient.login was not sent");
        assertThat(elsewhere.requests().all()).isEmpty();
    }

    @Test
    void refreshTokenIsNotSentToAnotherOriginAndTheSessionGoesOnWhenThatIsMended() {
        Detour.of("/token", elsewhere.uri("/token"));
        expireLocally();

        assertThatThrownBy(() -> straying.place(order()))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("StrayingClient.refresh was not sent: " + elsewhere.uri() + " is not an origin");
        assertNothingArrived("/token");
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.STALE);
    }

    @Test
    void refreshTokenOfTheApplicationsOwnRefreshIsNotSentToAnotherOrigin() {
        String refreshToken = realm().tokens().refreshToken().orElseThrow();
        Detour.of("/token", elsewhere.uri("/token"));

        assertThatThrownBy(() -> straying.refresh("refresh_token", refreshToken))
                .isInstanceOf(UntrustedOriginException.class);
        assertNothingArrived("/token");
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    @Test
    void httpOverANetworkIsRefusedBeforeAnyConnection() {
        assertThatThrownBy(() -> exposed.login(credentials("alice")))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessage("realm 'exposed': ExposedClient.login was not sent: " + NOT_PRIVATE);
        tollgate.realm("exposed").signIn(realm().tokens());

        assertThatThrownBy(() -> exposed.place(order()))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessage("realm 'exposed': ExposedClient.place was not sent: " + NOT_PRIVATE);
    }

    @Test
    void httpOverANetworkIsTriedWhereConfigured() {
        assertThatThrownBy(() -> clear.login(credentials("alice")))
                .isInstanceOf(ProcessingException.class)
                .isNotInstanceOf(UntrustedOriginException.class)
                .hasRootCauseInstanceOf(UnknownHostException.class);
    }

    protected void assertNothingArrived(String path) {
        assertThat(elsewhere.requests().all()).isEmpty();
        assertThat(server.requests().to(path)).isEmpty();
    }

    protected static JsonObject order() {
        return credentials("order");
    }
}
