package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.custom.OwnSource;
import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.custom.SourcedClient;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.source.Reason;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The realm's tokens come from a bean of the application. */
public abstract class TokenSourceScenario extends CustomScenario {

    protected TokenSourceScenario() {
        super(SourcedClient.class);
    }

    @Test
    void sourceIsToldWhyAndByWhichCall() {
        OwnSource.brings(false, () -> CompletableFuture.completedFuture(renewed()));
        server.tokens().revokeAccessTokens();

        client().orders();

        assertThat(OwnSource.REQUESTS).singleElement().satisfies(request -> {
            assertThat(request.reason()).isEqualTo(Reason.REJECTED);
            assertThat(request.realm()).isEqualTo("sourced");
            assertThat(((Call) request.trigger()).client()).isEqualTo(SourcedClient.class);
            assertThat(((Call) request.trigger()).method().getName()).isEqualTo("orders");
        });
    }

    @Test
    void sourceThatNeedsNoTokensMakesLoginUnnecessary() {
        realm().signOut();
        OwnSource.brings(true, () -> CompletableFuture.completedFuture(renewed()));

        client().orders();

        assertThat(OwnSource.REQUESTS).extracting(TokenRequest::reason).containsExactly(Reason.MISSING);
    }

    @Test
    void sourceMayCallTheRealmsOwnRefreshMethod() {
        String refreshToken = realm().tokens().refreshToken().orElseThrow();
        OwnSource.brings(
                false,
                () -> CompletableFuture.completedFuture(
                        Script.tokens(client().refresh("refresh_token", refreshToken))));
        server.tokens().revokeAccessTokens();

        assertThat(client().orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void sourceMayCallTheRealmsOwnLoginMethod() {
        OwnSource.brings(true, () -> CompletableFuture.completedFuture(loggedIn()));
        server.tokens().revokeAccessTokens();

        client().orders();

        assertThat(statusesOf("/api")).containsExactly(401, 200);
        assertThat(OwnSource.REQUESTS).hasSize(1);
    }

    @Test
    void sourceMayLogInWhereNobodyIsSignedIn() {
        realm().signOut();
        OwnSource.brings(true, () -> CompletableFuture.completedFuture(loggedIn()));

        client().orders();

        assertThat(statusesOf("/api")).containsExactly(200);
    }

    @Test
    void sourceMaySignInByTheFacadeToo() {
        OwnSource.brings(true, () -> {
            TokenSet renewed = renewed();
            realm().signIn(renewed);
            return CompletableFuture.completedFuture(renewed);
        });
        server.tokens().revokeAccessTokens();

        client().orders();

        assertThat(statusesOf("/api")).containsExactly(401, 200);
    }

    @Test
    void sourceMayAskTheRealmForWhatItsLoginHasBrought() {
        OwnSource.brings(true, () -> {
            client().login(credentials("alice"));
            client().text();
            return CompletableFuture.completedFuture(realm().tokens());
        });
        server.tokens().revokeAccessTokens();

        client().orders();

        assertThat(statusesOf("/api")).containsExactly(401, 200, 200);
    }

    @Test
    void sourceMayLogOutBeforeItLogsIn() {
        OwnSource.brings(true, () -> {
            client().logout();
            return CompletableFuture.completedFuture(loggedIn());
        });

        realm().refresh().toCompletableFuture().join();

        assertThat(statusesOf("/logout")).containsExactly(204);
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.FRESH);
        client().orders();
    }

    /** On a thread of which nothing is known, a login is the source's own if that answers the same token. */
    @Test
    void sourceMayLogInOnAThreadOfItsOwn() {
        CompletableFuture<TokenSet> later = new CompletableFuture<>();
        OwnSource.brings(true, () -> {
            inParallel(() -> later.complete(loggedIn()));
            return later;
        });
        server.tokens().revokeAccessTokens();

        client().orders();

        assertThat(statusesOf("/api")).containsExactly(401, 200);
        assertThat(OwnSource.REQUESTS).hasSize(1);
    }

    @Test
    void loginOfASourceDoesNotUndoASignOut() throws Exception {
        OwnSource.brings(true, () -> CompletableFuture.completedFuture(loggedIn()));
        server.tokens().revokeAccessTokens();
        try (Hold login = server.hold("/login")) {
            Future<JsonObject> call = inParallel(() -> client().orders());
            login.awaitArrivals(1);
            realm().signOut();
            login.release();

            assertThat(failureOf(call)).isInstanceOf(SessionExpiredException.class);
        }
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void sourceMayMakeGuestsCalls() {
        OwnSource.brings(false, () -> {
            client().catalog();
            return CompletableFuture.completedFuture(renewed());
        });
        server.tokens().revokeAccessTokens();

        client().orders();

        assertThat(tokensSentTo("/public")).isEmpty();
    }

    @Test
    void sourceThatMakesAnAuthenticatedCallIsToldSo() {
        OwnSource.brings(false, () -> CompletableFuture.completedFuture(Script.tokens(client().orders())));
        server.tokens().revokeAccessTokens();

        assertThatThrownBy(() -> client().orders())
                .hasStackTraceContaining("SourcedClient.orders is called by the refresh and needs a token itself");
    }

    @Test
    void sourceMaySayThatTheSessionIsOver() {
        OwnSource.brings(
                false, () -> CompletableFuture.failedFuture(new TokenFailure.Terminal("the account was closed")));
        server.tokens().revokeAccessTokens();

        assertThatThrownBy(() -> client().orders())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("the account was closed");
    }

    @Test
    void sourceThatNeverAnswersIsNotAwaitedForEver() {
        OwnSource.brings(false, CompletableFuture::new);
        server.tokens().revokeAccessTokens();

        assertThatThrownBy(() -> client().orders())
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("no token within 1000 ms (wait-timeout)");
        realm().signOut();
    }

    private TokenSet loggedIn() {
        return Script.tokens(client().login(credentials("alice")));
    }

    protected List<Integer> statusesOf(String path) {
        return server.requests().to(path).stream()
                .map(request -> request.status())
                .toList();
    }

    private TokenSet renewed() {
        return Script.tokens(shop.login(credentials("alice")));
    }
}
