package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.Guest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What visitors may do without an account. */
// tag::scope[]
@ApplicationScoped
public class Visits {

    @Inject
    @RestClient
    PartsClient parts;

    @Guest
    public JsonObject look() {
        return parts.things(); // without a token
    }
    // end::scope[]

    @Guest
    public CompletionStage<JsonObject> lookLater() {
        return parts.thingsLater();
    }

    @Guest
    public <T> T visit(Callable<T> work) throws Exception {
        return work.call();
    }
    // tag::scope[]
}
// end::scope[]
