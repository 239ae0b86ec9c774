package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.util.Throwables.getStackTrace;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.badinput.BadInput;
import dev.tollgate.it.scenarios.badinput.TokenAnswers;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.it.scenarios.client.FrailClient;
import dev.tollgate.it.scenarios.client.HastyClient;
import dev.tollgate.it.scenarios.client.LonelyClient;
import dev.tollgate.it.scenarios.client.StrictClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unusable and odd answers of the authorization server, and what a user sees of them. */
public abstract class BadAnswersScenario extends ShopScenario {

    private static final String ANSWERS = "dev.tollgate.it.scenarios.badinput.TokenAnswers#";
    private static final String NO_TOKEN_SHOWN = "no message, of whatever cause, shows a token";

    @Inject
    @RestClient
    FrailClient frail;

    @Inject
    @RestClient
    StrictClient strict;

    @Inject
    @RestClient
    HastyClient hasty;

    @Inject
    @RestClient
    LonelyClient lonely;

    private String realm = "frail";

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm(realm);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ANSWERS + "unavailable")
    void refreshThatBringsNoTokensFailsTheCallAndKeepsTheSession(BadInput<Answer> bad) {
        signInAndExpire("frail", frail);
        server.faults().next("/token", bad.given());

        Throwable failure = catchThrowable(() -> place(frail));

        assertThat(failure).isInstanceOf(TokenUnavailableException.class).hasMessage(bad.seen());
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.STALE);
        assertNothingWasSentAndNoTokenIsShown(failure);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ANSWERS + "sessionOver")
    void refreshThatIsRefusedEndsTheSession(BadInput<Answer> bad) {
        signInAndExpire("frail", frail);
        server.faults().next("/token", bad.given());

        Throwable failure = catchThrowable(() -> place(frail));

        assertThat(failure).isInstanceOf(SessionExpiredException.class).hasMessage(bad.seen());
        assertNothingWasSentAndNoTokenIsShown(failure);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ANSWERS + "outcomeUnknown")
    void refreshOfUnknownOutcomeIsNotMadeTwiceWhereThatIsNotAllowed(BadInput<Answer> bad) {
        signInAndExpire("strict", strict);
        server.faults().next("/token", bad.given());

        Throwable failure = catchThrowable(() -> place(strict));

        assertThat(failure).isInstanceOf(SessionExpiredException.class).hasMessage(bad.seen());
        assertNothingWasSentAndNoTokenIsShown(failure);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ANSWERS + "accepted")
    void oddAnswerThatBringsATokenIsUsed(BadInput<Answer> odd) {
        signInAndExpire("frail", frail);
        server.faults()
                .always("/api", Answer.status(200).body("application/json", "{}"))
                .always("/token", odd.given());

        place(frail);
        int refreshes = server.tokens().refreshAttempts();
        place(frail);

        String again = server.tokens().refreshAttempts() > refreshes ? ", and refreshed again for the next call" : "";
        assertThat(server.requests().to("/api")).hasSize(2).allSatisfy(request -> assertThat(
                        request.authorization().orElse("") + again)
                .isEqualTo(odd.seen()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ANSWERS + "unusableLogins")
    void loginWithUnusableTokensFailsAndChangesNothing(BadInput<Answer> bad) {
        realm().signOut();
        server.faults().next("/login", bad.given());

        Throwable failure = catchThrowable(() -> frail.login(credentials("alice")));

        assertThat(failure).isInstanceOf(TokenUnavailableException.class).hasMessage(bad.seen());
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(getStackTrace(failure)).as(NO_TOKEN_SHOWN).doesNotContain("at-new", "rt-new");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ANSWERS + "loginsWithoutTokens")
    void loginThatBringsNoTokensIsNoSignInAndItsCallerGetsTheAnswer(BadInput<Answer> odd) {
        realm().signOut();
        server.faults().next("/login", odd.given());

        try (Response answer = frail.begin(credentials("alice"))) {
            String body = answer.hasEntity() ? answer.readEntity(String.class) : "";
            assertThat(answer.getStatus() + " " + body).isEqualTo(odd.seen());
        }
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void loginGoesOnWithWhatItsFirstStepWasAnswered() {
        realm().signOut();
        server.faults().next("/login", Answer.status(200).body("application/json", "{\"state\":\"st-1\"}"));

        assertThat(frail.login(credentials("alice")).getString("state")).isEqualTo("st-1");
        frail.login(credentials("alice"));

        assertThat(realm().status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    @Test
    void answerThatDripsIsGivenUpInTime() {
        signInAndExpire("hasty", hasty);
        server.faults().next("/token", TokenAnswers.dripping());

        Throwable failure = catchThrowable(() -> place(hasty));

        assertThat(failure).isInstanceOf(TokenUnavailableException.class).hasMessage(TokenAnswers.DRIPPING);
        assertNothingWasSentAndNoTokenIsShown(failure);
    }

    @Test
    void serverThatIsNotThereIsToldAsSuch() {
        realm = "lonely";
        realm().signIn(TokenSet.of("at-new")
                .refreshToken("rt-new")
                .expiresIn(Duration.ZERO)
                .build());

        Throwable failure = catchThrowable(() -> place(lonely));

        assertThat(failure).isInstanceOf(TokenUnavailableException.class).hasMessage(TokenAnswers.REFUSED);
        assertThat(getStackTrace(failure)).as(NO_TOKEN_SHOWN).doesNotContain("at-new", "rt-new");
    }

    @Test
    void callerIsToldWhenTheServerWantsToBeAskedAgain() {
        signInAndExpire("frail", frail);
        server.faults().next("/token", Answer.unavailable(Duration.ofMinutes(2)));
        Instant before = Instant.now();

        assertThatThrownBy(() -> place(frail))
                .isInstanceOfSatisfying(TokenUnavailableException.class, failure -> assertThat(failure.retryAt())
                        .isBetween(before.plusSeconds(120), before.plusSeconds(140)));
    }

    private void signInAndExpire(String name, Account client) {
        realm = name;
        client.login(credentials("alice"));
        expireLocally();
    }

    private static JsonObject place(Account client) {
        return client.place(credentials("order"));
    }

    private void assertNothingWasSentAndNoTokenIsShown(Throwable failure) {
        assertThat(server.requests().to("/api")).isEmpty();
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        String sent = server.requests().to("/token").get(0).body();
        assertThat(getStackTrace(failure))
                .as(NO_TOKEN_SHOWN)
                .doesNotContain("at-new", "rt-new")
                .doesNotContain(server.tokens().currentAccessToken())
                .doesNotContain(sent.substring(sent.indexOf("refresh_token=") + "refresh_token=".length()));
    }
}
