package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.AsyncResolverScenario;
import dev.tollgate.it.scenarios.sessions.DirectoryClient;
import dev.tollgate.it.scenarios.sessions.DirectoryResolver;
import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AsyncResolverTest extends AsyncResolverScenario {

    @Inject
    DirectoryResolver resolver;

    /** A synchronous call waits on its own thread: another one may never be free. */
    @Test
    void callStaysOnItsThreadAfterItsDirectoryHasMadeACall() throws Exception {
        shop.login(credentials("alice"));
        expire("alice");
        resolver.answers(() ->
                CompletableFuture.completedFuture(SessionKey.of(shop.orders().getString("user"))));
        AtomicReference<Thread> seen = new AtomicReference<>();

        client(request -> seen.set(Thread.currentThread())).me();

        assertThat(seen).hasValue(Thread.currentThread());
    }

    @Test
    void asynchronousCallOfTheDirectoryDoesNotBlockTheThreadOfTheCallThatItIsAskedFor() throws Exception {
        shop.login(credentials("alice"));
        realmOf("alice").call(() -> members().login(account("alice")));
        TokenSet tokens = tollgate.realm("shop").tokens();
        tollgate.realm("shop")
                .signIn(tokens.toBuilder().expiresIn(Duration.ZERO).build());

        try (Hold refresh = server.hold("/token")) {
            resolver.answers(() -> {
                CompletionStage<JsonObject> later = shop.ordersLater();
                refresh.release();
                return later.thenApply(answer -> SessionKey.of(answer.getString("user")));
            });

            assertThat(me()).isEqualTo("alice");
        }
    }

    private void expire(String user) throws Exception {
        realmOf(user).call(() -> members().login(account(user)));
        TokenSet tokens = realmOf(user).tokens();
        realmOf(user).signIn(tokens.toBuilder().expiresIn(Duration.ZERO).build());
    }

    private DirectoryClient client(ClientRequestFilter filter) {
        return RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(filter)
                .build(DirectoryClient.class);
    }
}
