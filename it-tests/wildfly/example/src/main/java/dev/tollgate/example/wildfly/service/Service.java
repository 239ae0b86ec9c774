package dev.tollgate.example.wildfly.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One user, whose access tokens live five seconds; a refresh token is good for one use. */
@Path("service")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class Service {

    private volatile Optional<Tokens> current = Optional.empty();

    @POST
    @Path("login")
    public JsonObject login() {
        return issue(Tokens.first());
    }

    @POST
    @Path("token")
    public Response refresh(@FormParam("refresh_token") @Nullable String refreshToken) {
        Optional<Tokens> next = current.filter(tokens -> tokens.refresh().equals(refreshToken));
        return next.map(tokens -> Response.ok(issue(tokens.next())).build()).orElseGet(() -> Response.status(400)
                .entity(Json.createObjectBuilder().add("error", "invalid_grant").build())
                .build());
    }

    @GET
    @Path("catalog")
    public JsonObject catalog() {
        return Json.createObjectBuilder().add("article", "toll ticket").build();
    }

    @GET
    @Path("orders")
    public Response orders(@HeaderParam("Authorization") @Nullable String authorization) {
        Optional<Tokens> accepted = current.filter(tokens -> tokens.accepts(authorization));
        return accepted.map(tokens -> Response.ok(Json.createObjectBuilder()
                                .add("user", "alice")
                                .add("token", tokens.number())
                                .build())
                        .build())
                .orElseGet(() -> Response.status(401)
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .build());
    }

    private JsonObject issue(Tokens tokens) {
        current = Optional.of(tokens);
        return Json.createObjectBuilder()
                .add("access_token", tokens.access())
                .add("refresh_token", tokens.refresh())
                .add("token_type", "Bearer")
                .add("expires_in", Tokens.LIFE.toSeconds())
                .build();
    }
}
