package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.Elsewhere;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.UntrustedOriginException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.client.jaxrs.engines.URLConnectionEngine;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows redirects, and how, is a matter of RESTEasy's engines: the token goes nowhere else with either. */
@ArquillianTest
class RedirectsTest extends ShopScenario {

    private final FakeServer elsewhere = Elsewhere.get();

    /** The same resource in the ways that matter to redirects. */
    @TokenRealm("shop")
    public interface RoamingClient {

        @GET
        @Path("api/orders")
        Response orders();

        @GET
        @Path("api/orders")
        CompletionStage<Response> ordersLater();

        @POST
        @Path("api/orders")
        Response place(String order);

        @GET
        @Path("public/catalog")
        @Guest
        Response catalog();
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @BeforeEach
    void forgetWhatArrivedElsewhere() {
        elsewhere.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectThatIsNotFollowedReachesTheCaller(int status) {
        redirect("/api", status, elsewhere.uri("/api/orders"));

        try (Response response = client(false).orders()) {
            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(response.getLocation()).isEqualTo(elsewhere.uri("/api/orders"));
        }
        assertThat(elsewhere.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callOfAClientThatFollowsRedirectsIsNotSent(boolean sameOrigin) {
        redirect("/api", 302, (sameOrigin ? server : elsewhere).uri("/api/others"));

        assertThatThrownBy(() -> client(true).orders())
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessageStartingWith(
                        "realm 'shop': RoamingClient.orders was not sent: the client follows redirects");
        assertNothingArrived();
    }

    @Test
    void asynchronousCallOfAClientThatFollowsRedirectsIsNotSent() {
        assertThatThrownBy(
                        () -> client(true).ordersLater().toCompletableFuture().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(UntrustedOriginException.class);
        assertNothingArrived();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void guestMayFollow(int status) {
        redirect("/public", status, elsewhere.uri("/public/catalog"));

        try (Response response = client(true).catalog()) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
        assertNoTokenElsewhere(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void engineThatFollowsTheRedirectsOfEveryReadIsNotUsed(int status) {
        redirect("/api", status, elsewhere.uri("/api/orders"));

        assertThatThrownBy(() -> onUrlConnections().orders())
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessageStartingWith(
                        "realm 'shop': RoamingClient.orders was not sent: the client follows redirects");
        assertNothingArrived();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void engineThatFollowsNoRedirectOfAWriteHandsItToTheCaller(int status) {
        redirect("/api", status, elsewhere.uri("/api/orders"));

        try (Response response = onUrlConnections().place("one")) {
            assertThat(response.getStatus()).isEqualTo(status);
        }
        assertThat(elsewhere.requests().all()).isEmpty();
    }

    @Test
    void guestMayFollowOnThatEngineToo() {
        redirect("/public", 302, elsewhere.uri("/public/catalog"));

        try (Response response = onUrlConnections().catalog()) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
        assertNoTokenElsewhere(1);
    }

    private void redirect(String path, int status, URI target) {
        server.faults().always(path, Answer.status(status).header("Location", target.toString()));
    }

    private void assertNothingArrived() {
        assertThat(server.requests().to("/api")).isEmpty();
        assertThat(elsewhere.requests().all()).isEmpty();
    }

    private void assertNoTokenElsewhere(int requests) {
        assertThat(elsewhere.requests().all())
                .hasSize(requests)
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
    }

    private RoamingClient client(boolean following) {
        return RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .followRedirects(following)
                .build(RoamingClient.class);
    }

    private RoamingClient onUrlConnections() {
        return RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(new URLConnectionEngine())
                .build(RoamingClient.class);
    }
}
