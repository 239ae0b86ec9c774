package dev.tollgate.it.scenarios.custom;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Somebody else's: it can not be edited, so configuration says all of its realm and its roles. */
@RegisterRestClient(configKey = "foreign")
public interface ForeignClient {

    @POST
    @Path("login")
    JsonObject login(JsonObject credentials);

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject renew(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @POST
    @Path("logout")
    void leave();

    @POST
    @Path("public/catalog")
    JsonObject catalog();

    @POST
    @Path("public/find")
    JsonObject find(@QueryParam("name") String name);

    @POST
    @Path("public/find")
    JsonObject find(@QueryParam("number") int number);

    @POST
    @Path("public/things")
    @Guest
    JsonObject things();

    /** Looks like ours, and is not. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Guest {}
}
