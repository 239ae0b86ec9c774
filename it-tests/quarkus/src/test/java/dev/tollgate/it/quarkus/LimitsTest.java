package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.LimitsScenario;
import dev.tollgate.it.scenarios.client.LimitedClient;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitsTest extends LimitsScenario {

    /** A class of its own: one warning is for one method of one client. */
    @TokenRealm("limited")
    public interface WarnedClient {

        @POST
        @Path("api/orders")
        Response warned(String order);
    }

    /** The client of Quarkus has read it all by then, and there is nothing more to keep: the call is sent again. */
    @Test
    @Override
    protected void rejectionWithAMuchLargerBodyReachesTheCallerWhole() {
        server.faults().next("/api", refusal(3 << 20));

        assertThat(limited.written("one")).contains("\"generation\":1");
        assertThat(server.requests().count("/api")).isEqualTo(2);
    }

    /** The body of a {@code Response} is still to be read. */
    @Test
    void oneWarningTellsOfRejectionsThatAreTooLarge() {
        WarnedClient client =
                RestClientBuilder.newBuilder().baseUri(server.uri()).build(WarnedClient.class);
        try (Warnings warnings = Warnings.of("dev.tollgate")) {
            for (int i = 0; i < 3; i++) {
                server.faults().next("/api", refusal(2000));
                assertThatThrownBy(() -> client.warned("one")).satisfies(LimitsScenario::isUnauthorized);
                client.warned("next").close();
            }

            assertThat(warnings.about("WarnedClient.warned"))
                    .singleElement()
                    .asString()
                    .contains("the 401 itself has a body that is larger than what may be kept");
        }
    }

    @Test
    void responseOfAnUnmappedRejectionHasTheWholeBodyToo() {
        LimitedClient client = RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(LimitedClient.class);
        server.faults().next("/api", refusal(2000));

        try (Response response = client.placed("one")) {
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.readEntity(String.class)).isEqualTo("x".repeat(2000));
        }
        assertNextCallHasANewToken();
    }
}
