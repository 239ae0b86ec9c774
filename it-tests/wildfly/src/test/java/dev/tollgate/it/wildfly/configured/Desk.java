package dev.tollgate.it.wildfly.configured;

import dev.tollgate.rest.Tollgate;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the application itself serves: it hands on what the API answers, or what went wrong. */
@Path("desk")
@ApplicationScoped
public class Desk {

    @Inject
    @RestClient
    StockClient stock;

    @Inject
    @RestClient
    LedgerClient ledger;

    @Inject
    @RestClient
    VaultClient vault;

    @Inject
    @RestClient
    BasketClient basket;

    @Inject
    @RestClient
    WarehouseClient warehouse;

    @Inject
    Tollgate tollgate;

    @POST
    @Path("sign-in")
    public void signIn(
            @FormParam("access_token") String accessToken,
            @FormParam("refresh_token") String refreshToken,
            @FormParam("expires_in") int expiresIn) {
        tollgate.realm("basket")
                .signIn(TokenSet.of(accessToken)
                        .refreshToken(refreshToken)
                        .expiresIn(Duration.ofSeconds(expiresIn))
                        .build());
    }

    @GET
    @Path("stock")
    public Response stock() {
        return answer(stock::stock);
    }

    @GET
    @Path("ledger")
    public Response ledger() {
        return answer(ledger::ledger);
    }

    @GET
    @Path("vault")
    public Response vault() {
        return answer(vault::vault);
    }

    @GET
    @Path("basket")
    public Response basket() {
        return answer(basket::basket);
    }

    @GET
    @Path("warehouse")
    public Response warehouse() {
        return answer(warehouse::warehouse);
    }

    @GET
    @Path("warehouse-later")
    public Response warehouseLater() {
        return answer(() -> warehouse.warehouseLater().toCompletableFuture().join());
    }

    private static Response answer(Supplier<String> call) {
        try {
            return Response.ok(call.get()).build();
        } catch (ProcessingException | WebApplicationException e) {
            return Response.status(Response.Status.BAD_GATEWAY)
                    .entity(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .build();
        }
    }
}
