package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.rest.client.reactive.ReactiveClientHeadersFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers that somebody has to be asked for: the call goes on on another thread before its token is put on. */
@QuarkusTest
class LateHeadersTest extends ShopScenario {

    /** A client of a realm of its own. */
    @RegisterRestClient(configKey = "late-headers")
    @RegisterClientHeaders(LateHeaders.class)
    @TokenRealm("late-headers")
    public interface LateHeadersClient extends Account {

        @GET
        @Path("api/orders")
        JsonObject orders();
    }

    /** Takes its time. */
    public static class LateHeaders extends ReactiveClientHeadersFactory {

        @Override
        public Uni<MultivaluedMap<String, String>> getHeaders(
                MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
            MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
            headers.putSingle("X-Late", "yes");
            return Uni.createFrom().item(headers).onItem().delayIt().by(Duration.ofMillis(10));
        }
    }

    @Inject
    @RestClient
    LateHeadersClient client;

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        client.login(credentials("alice"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("late-headers");
    }

    @Test
    void expiredTokenIsRefreshed() {
        expireLocally();

        assertThat(client.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void rejectedTokenIsReplacedAndTheHeadersAreSentAgain() {
        server.tokens().revokeAccessTokens();

        assertThat(client.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.requests().to("/api/orders"))
                .extracting(request -> request.header("X-Late").orElse("none"))
                .containsExactly("yes", "yes");
    }

    @Test
    void roleOfTheCallerHolds() {
        assertThatThrownBy(() -> tollgate.callAs(Role.GUEST, client::orders)).satisfies(ShopScenario::isUnauthorized);

        assertThat(server.requests().to("/api/orders"))
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).isEmpty());
    }
}
