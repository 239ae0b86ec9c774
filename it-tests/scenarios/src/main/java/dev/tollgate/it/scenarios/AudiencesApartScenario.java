package dev.tollgate.it.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.oauth2.PostClient;
import dev.tollgate.it.scenarios.oauth2.PressClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One realm, two services, and no refresh token between them: what becomes of the tokens of one is nothing to the other. */
public abstract class AudiencesApartScenario extends ShopScenario {

    private static final int MANY = 64;

    @Inject
    @RestClient
    protected PressClient press;

    @Inject
    @RestClient
    protected PostClient post;

    @BeforeEach
    protected void nobodyIsKnown() {
        realm().signOut();
        server.resources().audience("/api/press", "press-api").audience("/api/post", "post-api");
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("apart");
    }

    @Test
    void tokensAreAskedForWhenTheyAreNeeded() {
        press.all();
        assertThat(server.tokens().clientCredentials()).isEqualTo(1);

        post.all();
        assertThat(server.tokens().clientCredentials()).isEqualTo(2);
        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void callsOfOneDoNotWaitForTheTokensOfTheOther() throws Exception {
        press.all();
        post.all();
        server.resources().rejectPath("/api/press");
        try (Hold asked = server.hold("/token")) {
            Future<JsonObject> held = inParallel(press::all);
            asked.awaitArrivals(1);
            server.resources().acceptPath("/api/press");

            post.all();
            assertThat(get(post.allLater())).isNotNull();

            assertThat(held).isNotDone();
            assertThat(asked.arrivals()).isEqualTo(1);
            asked.release();
            await(held);
        }
        assertThat(server.tokens().clientCredentials()).isEqualTo(3);
        assertThat(Set.copyOf(tokensSentTo("/api/post"))).hasSize(1);
    }

    @Test
    void audienceThatTheServerRefusesHarmsNoOther() {
        server.tokens().refuseAudience("post-api");

        press.all();
        assertThatThrownBy(() -> post.all())
                .isInstanceOf(ProcessingException.class)
                .hasStackTraceContaining("invalid_target");
        press.all();

        assertThat(server.requests().count("/api/post")).isZero();
        assertThat(server.tokens().clientCredentials()).isEqualTo(1);
    }

    @Test
    void manyCallersOfBothShareOneRequestForEach() throws Exception {
        List<Future<JsonObject>> calls = new ArrayList<>();
        for (int i = 0; i < MANY / 4; i++) {
            calls.add(inParallel(press::all));
            calls.add(inParallel(post::all));
            calls.add(inParallel(() -> get(press.allLater())));
            calls.add(inParallel(() -> get(post.allLater())));
        }
        for (Future<JsonObject> call : calls) {
            await(call);
        }

        assertThat(server.tokens().clientCredentials()).isEqualTo(2);
        assertThat(server.resources().served()).isEqualTo(MANY);
        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void refreshAndSignOutAreForBoth() throws Exception {
        press.all();
        post.all();

        realm().refresh().toCompletableFuture().get(10, SECONDS);
        assertThat(server.tokens().clientCredentials()).isEqualTo(4);

        realm().signOut();
        assertThat(realm().sessions())
                .hasSize(2)
                .extracting(GateStatus::state)
                .containsOnly(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void nobodyCanSignInForBoth() {
        TokenSet theirs = TokenSet.of("at-theirs").refreshToken("rt-theirs").build();

        assertThatThrownBy(() -> realm().signIn(theirs))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("realm 'apart': nobody can sign in")
                .hasMessageContaining("grant=refresh_token")
                .hasMessageNotContaining("theirs");
    }

    private static <T> T get(CompletionStage<T> call) throws Exception {
        return call.toCompletableFuture().get(10, SECONDS);
    }
}
