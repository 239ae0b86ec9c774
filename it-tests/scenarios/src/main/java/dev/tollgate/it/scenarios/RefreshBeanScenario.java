package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.custom.Desk;
import dev.tollgate.it.scenarios.custom.DeskClient;
import dev.tollgate.it.scenarios.custom.FreshDeskClient;
import dev.tollgate.it.scenarios.custom.LateDesk;
import dev.tollgate.it.scenarios.custom.LateDeskClient;
import dev.tollgate.it.scenarios.custom.Renewal;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** A method of a bean is the refresh of its realm. */
public abstract class RefreshBeanScenario extends CustomScenario {

    @Inject
    Desk desk;

    @Inject
    LateDesk lateDesk;

    protected RefreshBeanScenario() {
        super(DeskClient.class);
    }

    @Test
    void gateCallsItWhenATokenIsRejected() {
        server.tokens().revokeAccessTokens();

        assertThat(client().orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void callByTheApplicationIsTheFlightOfTheGate() {
        TokenSet renewed = desk.renew(realm().tokens());

        assertThat(realm().tokens().accessToken()).isEqualTo(renewed.accessToken());
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void otherCallsWaitForTheApplicationsOwnRefresh() throws Exception {
        LateDeskClient late = late();
        CompletableFuture<TokenSet> answer = LateDesk.expectCall();
        TokenSet good = signedIn();
        tollgate.realm("late-desk").signIn(expired(good));
        Renewal<String> generic = lateDesk;
        CompletableFuture<TokenSet> own = generic.renew("rt").toCompletableFuture();
        Future<JsonObject> waiting = inParallel(late::orders);
        awaitWaitersOf("late-desk");

        answer.complete(good);

        assertThat(await(waiting).getInt("generation")).isZero();
        assertThat(own).isCompleted();
        assertThat(LateDesk.CALLS).hasValue(1);
    }

    @Test
    void secondCallMeanwhileIsToldToUseTheFacade() {
        CompletableFuture<TokenSet> answer = LateDesk.expectCall();
        TokenSet good = signedIn();
        tollgate.realm("late-desk").signIn(good);
        lateDesk.renew("rt");

        assertThatThrownBy(() -> lateDesk.renew("rt"))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("instead of LateDesk.renew call Tollgate.realm(\"late-desk\").refresh()");
        answer.complete(good);
        assertThat(LateDesk.CALLS).hasValue(1);
    }

    @Test
    void applicationsOwnCallThatFailsEndsItsFlightAtOnce() {
        assertThat(failureOfAnOwnRefreshThat(new ProcessingException(new ConnectException("Connection refused"))))
                .hasMessageStartingWith("LateDesk.renew did not reach the server");
        assertThat(failureOfAnOwnRefreshThat(new CompletionException(new IllegalStateException("no call at all"))))
                .hasMessageStartingWith("LateDesk.renew got no usable answer");
        assertThat(failureOfAnOwnRefreshThat(new CancellationException()))
                .hasMessageStartingWith("LateDesk.renew got no usable answer");
    }

    @Test
    void callByTheGateThatCannotConnectIsMadeAgain() throws Exception {
        LateDeskClient late = late();
        CompletableFuture<TokenSet> first = LateDesk.expectCall();
        TokenSet good = signedIn();
        tollgate.realm("late-desk").signIn(expired(good));
        Future<JsonObject> waiting = inParallel(late::orders);
        awaitWaitersOf("late-desk");
        awaitCallOfTheLateDesk();

        LateDesk.expectCall().complete(good);
        first.completeExceptionally(new ProcessingException(new ConnectException("Connection refused")));

        assertThat(await(waiting).getInt("generation")).isZero();
        assertThat(LateDesk.CALLS).hasValue(1);
    }

    @Test
    void answerOfItsServerEndsTheSession() {
        expireLocally();
        server.faults()
                .next(
                        "/token",
                        Answer.status(400)
                                .body(
                                        "application/json",
                                        "{\"error\":\"invalid_grant\",\"error_description\":\"used up\"}"));

        assertThatThrownBy(() -> client().orders())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("Desk.renew was answered with 400 invalid_grant: used up");
    }

    @Test
    void serverThatCannotAnswerNowDoesNot() {
        expireLocally();
        server.faults().next("/token", Answer.status(503));

        client().orders();

        assertThat(realm().status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    @Test
    void methodThatTakesNoTokensIsAskedWhereThereAreNone() {
        FreshDeskClient fresh =
                CDI.current().select(FreshDeskClient.class, RestClient.LITERAL).get();
        tollgate.realm("fresh-desk").signOut();

        fresh.things();

        assertThat(sent("/public/things", "Authorization")).containsExactly("Bearer fetched");
    }

    private Throwable failureOfAnOwnRefreshThat(Throwable thrown) {
        CompletableFuture<TokenSet> answer = LateDesk.expectCall();
        tollgate.realm("late-desk").signIn(expired(signedIn()));
        lateDesk.renew("rt");
        assertThat(stateOf("late-desk")).isEqualTo(GateStatus.State.REFRESHING);
        answer.completeExceptionally(thrown);
        assertThat(stateOf("late-desk")).isEqualTo(GateStatus.State.STALE);
        return tollgate.realm("late-desk").status().failure().orElseThrow();
    }

    private GateStatus.State stateOf(String realm) {
        return tollgate.realm(realm).status().state();
    }

    private static void awaitCallOfTheLateDesk() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (LateDesk.CALLS.get() == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private LateDeskClient late() {
        return CDI.current().select(LateDeskClient.class, RestClient.LITERAL).get();
    }

    private TokenSet signedIn() {
        return realm().tokens();
    }

    private static TokenSet expired(TokenSet tokens) {
        return tokens.toBuilder().expiresIn(Duration.ZERO).build();
    }

    private void awaitWaitersOf(String realm) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (tollgate.realm(realm).status().waiters() == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
