package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.TokenUnavailableException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The shop once more, for applications that use MicroProfile Fault Tolerance. */
@RegisterRestClient(configKey = "steady")
@RegisterProvider(value = Attempts.class, priority = Attempts.PRIORITY)
@TokenRealm("shop")
public interface SteadyClient {

    // tag::retry[]
    @GET
    @Path("api/orders")
    @Retry(maxRetries = 3, abortOn = SessionExpiredException.class)
    JsonObject orders();
    // end::retry[]

    @GET
    @Path("api/orders")
    @Asynchronous
    @Retry(maxRetries = 3, delay = 0, jitter = 0, abortOn = SessionExpiredException.class)
    CompletionStage<JsonObject> ordersLater();

    @GET
    @Path("api/orders")
    @Retry(maxRetries = 3, delay = 0, jitter = 0)
    JsonObject stubbornOrders();

    @GET
    @Path("api/orders")
    @Asynchronous
    @Retry(maxRetries = 3, delay = 0, jitter = 0)
    CompletionStage<JsonObject> stubbornOrdersLater();

    // tag::timeout[]
    @GET
    @Path("api/orders")
    @Timeout(1000)
    JsonObject promptOrders();
    // end::timeout[]

    @GET
    @Path("api/orders")
    @Asynchronous
    @Timeout(1000)
    CompletionStage<JsonObject> promptOrdersLater();

    @GET
    @Path("api/orders")
    @Retry(maxRetries = 20, delay = 0, jitter = 0)
    @Timeout(500)
    JsonObject impatientOrders();

    // tag::fallback[]
    @GET
    @Path("api/orders")
    @Fallback(
            fallbackMethod = "noOrders",
            applyOn = {SessionExpiredException.class, TokenUnavailableException.class})
    JsonObject ordersOrNone();

    default JsonObject noOrders() {
        return Json.createObjectBuilder().add("generation", -1).build();
    }
    // end::fallback[]

    // tag::breaker[]
    @GET
    @Path("api/orders")
    @CircuitBreaker(
            requestVolumeThreshold = 4,
            skipOn = {SessionExpiredException.class, TokenUnavailableException.class})
    JsonObject guardedOrders();
    // end::breaker[]

    @GET
    @Path("api/broken")
    @CircuitBreaker(requestVolumeThreshold = 4)
    JsonObject guardedBroken();
}
