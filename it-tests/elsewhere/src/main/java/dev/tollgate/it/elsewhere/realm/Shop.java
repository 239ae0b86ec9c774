package dev.tollgate.it.elsewhere.realm;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the application serves: each user's calls, by whatever thread serves the request. */
@Path("shop/{user}")
@ApplicationScoped
public class Shop {

    @Inject
    @RestClient
    ShopClient client;

    @Inject
    Tollgate tollgate;

    @POST
    @Path("login")
    public void login(@PathParam("user") String user) throws Exception {
        JsonObject credentials = Json.createObjectBuilder()
                .add("username", user)
                .add("password", user)
                .build();
        realmOf(user).call(() -> client.login(credentials));
    }

    @GET
    @Path("orders")
    public String orders(@PathParam("user") String user) throws Exception {
        return realmOf(user).call(client::orders).getString("user");
    }

    @GET
    @Path("inherited")
    public String inherited(@PathParam("user") String user) throws Exception {
        return realmOf(user).call(client::list).getString("user");
    }

    @GET
    @Path("catalog")
    public String catalog(@PathParam("user") String user) throws Exception {
        return realmOf(user).call(client::catalog).toString();
    }

    /** Whose token an asynchronous call carries that is made a guest's by the code around it. */
    @GET
    @Path("guest")
    public String guest(@PathParam("user") String user) throws Exception {
        return realmOf(user)
                .call(() -> tollgate.callAs(Role.GUEST, client::ordersLater))
                .toCompletableFuture()
                .handle((answer, refused) -> refused == null ? answer.getString("user") : "nobody's")
                .get(60, TimeUnit.SECONDS);
    }

    @GET
    @Path("later")
    public String later(@PathParam("user") String user) throws Exception {
        return userOf(realmOf(user).call(client::ordersLater));
    }

    /** How many of {@code count} asynchronous calls did not carry the token of {@code user}. */
    @GET
    @Path("astray/{count}")
    public int astray(@PathParam("user") String user, @PathParam("count") int count) throws Exception {
        List<CompletionStage<JsonObject>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(realmOf(user).call(client::ordersLater));
        }
        int astray = 0;
        for (CompletionStage<JsonObject> call : calls) {
            astray += userOf(call).equals(user) ? 0 : 1;
        }
        return astray;
    }

    /** Whether a call that goes on where the asynchronous one has ended is still the user's. */
    @GET
    @Path("afterwards")
    public String afterwards(@PathParam("user") String user) throws Exception {
        return userOf(realmOf(user).call(() -> client.ordersLater().thenApply(first -> client.orders())));
    }

    /** What is said of {@code call} when it is not sent. */
    @GET
    @Path("refusal/{call}")
    public String refusal(@PathParam("user") String user, @PathParam("call") String call) {
        try {
            return "sent: "
                    + switch (call) {
                        case "login" -> client.login(JsonValue.EMPTY_JSON_OBJECT);
                        case "later" -> later(user);
                        case "inherited" -> inherited(user);
                        default -> orders(user);
                    };
        } catch (Exception e) {
            return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .map(Throwable::toString)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String userOf(CompletionStage<JsonObject> call) throws Exception {
        return call.toCompletableFuture().get(60, TimeUnit.SECONDS).getString("user");
    }

    private Realm realmOf(String user) {
        return tollgate.realm("shop").session(SessionKey.of(user));
    }
}
