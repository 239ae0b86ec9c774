package dev.tollgate.it.wildfly.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the application itself serves: it hands on what the service answers, or the name of what went wrong. */
@Path("orders")
@ApplicationScoped
public class Orders {

    @Inject
    @RestClient
    OrdersClient client;

    @POST
    @Path("login")
    public String login(String user) {
        return client.login(Json.createObjectBuilder()
                        .add("username", user)
                        .add("password", user)
                        .build())
                .getString("token_type");
    }

    @POST
    @Path("logout")
    public void logout() {
        client.logout();
    }

    @GET
    public Response orders() throws Exception {
        return answer(() -> client.orders());
    }

    @GET
    @Path("later")
    public Response ordersLater() throws Exception {
        return answer(() -> client.ordersLater().toCompletableFuture().get());
    }

    private static Response answer(Callable<JsonObject> call) throws Exception {
        try {
            return Response.ok(call.call().getString("user")).build();
        } catch (ProcessingException | WebApplicationException e) {
            return failed(e);
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNull(e.getCause()));
        }
    }

    private static Response failed(Throwable why) {
        return Response.status(Response.Status.BAD_GATEWAY)
                .entity(why.getClass().getSimpleName())
                .build();
    }
}
