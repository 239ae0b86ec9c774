package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.custom.OwnSource;
import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.custom.SourcedClient;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.source.Reason;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
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

    private TokenSet renewed() {
        return Script.tokens(shop.login(credentials("alice")));
    }
}
