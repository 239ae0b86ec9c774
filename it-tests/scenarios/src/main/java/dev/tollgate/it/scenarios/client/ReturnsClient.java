package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.InboundSseEvent;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.reactivestreams.Publisher;

/** Everything that a method of a client may return. */
@RegisterRestClient(configKey = "returns")
@TokenRealm("shop")
@Path("api/returns")
public interface ReturnsClient {

    @GET
    void nothing();

    @GET
    Order order();

    @GET
    List<Order> orders();

    @GET
    Response response();

    @GET
    String text();

    @GET
    byte[] bytes();

    @GET
    InputStream stream();

    @GET
    CompletionStage<Void> nothingLater();

    @GET
    CompletionStage<Order> orderLater();

    @GET
    CompletionStage<List<Order>> ordersLater();

    @GET
    CompletionStage<Response> responseLater();

    @GET
    CompletionStage<String> textLater();

    @GET
    CompletionStage<byte[]> bytesLater();

    @GET
    CompletionStage<InputStream> streamLater();

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Publisher<String> texts();

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Publisher<InboundSseEvent> events();
}
