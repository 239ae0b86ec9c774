package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.it.scenarios.TokenSourceScenario;
import dev.tollgate.it.scenarios.custom.OwnSource;
import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenSourceTest extends TokenSourceScenario {

    @Inject
    @RestClient
    UniSourcedClient later;

    @Test
    void sourceMayLogInByAUniOnWhateverThreadThatIs() {
        OwnSource.brings(true, this::loggedInLater);
        server.tokens().revokeAccessTokens();

        client().orders();

        assertThat(statusesOf("/api")).containsExactly(401, 200);
    }

    @Test
    void loginByAUniDoesNotUndoASignOut() throws Exception {
        OwnSource.brings(true, this::loggedInLater);
        server.tokens().revokeAccessTokens();
        try (Hold login = server.hold("/login")) {
            Future<JsonObject> call = inParallel(() -> client().orders());
            login.awaitArrivals(1);
            realm().signOut();
            login.release();

            assertThat(failureOf(call)).isInstanceOf(SessionExpiredException.class);
        }
        assertThat(realm().status().state()).isEqualTo(State.SIGNED_OUT);
    }

    /** The login follows an answer, on the thread that has read it. */
    private CompletionStage<TokenSet> loggedInLater() {
        return later.catalog()
                .chain(() -> later.login(credentials("alice")))
                .map(Script::tokens)
                .subscribeAsCompletionStage();
    }
}
