package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.OriginScenario;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.UntrustedOriginException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.resteasy.annotations.ClientURI;
import org.jboss.shrinkwrap.api.Archive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@InWildFly
class OriginTest extends OriginScenario {

    /** A client whose caller may say where a request goes. */
    @TokenRealm("straying")
    @Path("api")
    public interface PointedClient {

        @GET
        @Path("orders")
        JsonObject orders(@ClientURI @Nullable URI address);

        @GET
        @Path("orders")
        CompletionStage<JsonObject> ordersLater(@ClientURI String address);

        @GET
        @Path("orders/{number}")
        JsonObject order(@PathParam("number") String number, @ClientURI @Nullable String address);

        @Path("orders/{number}")
        PointedPart part(@PathParam("number") String number);
    }

    /** Its sub-resource, with a parameter of that kind too. */
    @TokenRealm("straying")
    public interface PointedPart {

        @GET
        JsonObject get(@ClientURI @Nullable URI address);
    }

    /** Outside of the server, where this test is made as well, there is no client to build. */
    private PointedClient pointed() {
        return RestClientBuilder.newBuilder().baseUri(server.uri()).build(PointedClient.class);
    }

    @Test
    void callThatAParameterLeadsToAnotherOriginIsNotSent() {
        URI there = elsewhere.uri("/public/orders");

        assertThatThrownBy(() -> pointed().orders(there))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessage("realm 'straying': PointedClient.orders was not sent: " + elsewhere.uri()
                        + " is not an origin of the realm: its clients go to " + server.uri()
                        + ", and tollgate.straying.allowed-origins names none");
        assertThatThrownBy(() -> pointed().order("7", there.toString())).isInstanceOf(UntrustedOriginException.class);
        assertThatThrownBy(() -> pointed().part("7").get(there)).isInstanceOf(UntrustedOriginException.class);
        assertThatThrownBy(() -> pointed()
                        .ordersLater(there.toString())
                        .toCompletableFuture()
                        .get())
                .hasCauseInstanceOf(UntrustedOriginException.class);
        assertNothingArrived("/api");
    }

    @Test
    void callThatAParameterLeadsToTheClientsOwnOriginIsFine() {
        URI here = server.uri("/api/others");

        pointed().orders(here);
        pointed().orders(null);
        pointed().order("7", here.toString());
        pointed().order("7", null);
        pointed().part("7").get(here);
        pointed().part("7").get(null);

        assertThat(tokensSentTo("/api/others")).hasSize(3);
        assertThat(tokensSentTo("/api/orders")).hasSize(3);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
