package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.client.ShopClient;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** Clients that are built by hand behave like injected ones. */
public abstract class BuiltClientScenario extends ShopScenario {

    /** What several clients have in common; it does not know of any realm. */
    public interface Orders {

        @GET
        @Path("api/orders")
        JsonObject orders();
    }

    /** In the shop's realm, with nothing but an inherited method. */
    @TokenRealm("shop")
    public interface InheritingClient extends Orders {}

    @Test
    void builtClientIsRefreshedAndReplayed() {
        ShopClient built = build(ShopClient.class);
        server.tokens().revokeAccessTokens();

        assertThat(built.orders().getInt("generation")).isEqualTo(1);
        assertThat(built.ordersLater().toCompletableFuture().join().getInt("generation"))
                .isEqualTo(1);
        assertThat(built.catalog()).isNotNull();
    }

    @Test
    void builtClientSharesTheTokensOfItsRealm() {
        build(ShopClient.class).orders();

        assertThat(tokensSentTo("/api")).containsExactly(server.tokens().currentAccessToken());
    }

    @Test
    void inheritedMethodBelongsToTheRealmOfItsClient() {
        server.tokens().revokeAccessTokens();

        assertThat(build(InheritingClient.class).orders().getInt("generation")).isEqualTo(1);
    }

    private <T> T build(Class<T> client) {
        return RestClientBuilder.newBuilder().baseUri(server.uri()).build(client);
    }
}
