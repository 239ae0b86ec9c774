package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.custom.Service;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.spi.ServerAnswer;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Answer.Reply;
import dev.tollgate.token.TokenSet;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The application finds the tokens in answers of its service's own making. */
public abstract class TokenReaderScenario extends CustomScenario {

    protected TokenReaderScenario(Class<? extends Service> type) {
        super(type);
    }

    @Test
    void loginOfAnotherShapeSignsIn() {
        Script.reader = TokenReaderScenario::read;
        server.faults().next("/login", session("t-1"));

        JsonObject answer = client().login(credentials("alice"));

        client().things();
        assertThat(tokensSentTo("/public")).containsExactly("t-1");
        assertThat(answer.getJsonObject("session").getString("jwt")).isEqualTo("t-1");
    }

    @Test
    void refreshOfAnotherShapeBringsTokens() {
        Script.reader = TokenReaderScenario::read;
        server.faults().next("/token", session("t-2"));
        expireLocally();

        client().things();

        assertThat(tokensSentTo("/public")).containsExactly("t-2");
    }

    @Test
    void readerSeesStatusAndHeaders() {
        Script.reader = answer -> TokenSet.of(
                        answer.status() + "-" + answer.header("x-token").orElse("none"))
                .build();
        server.faults().next("/login", session("unused").header("X-Token", "t-3"));

        client().login(credentials("alice"));

        client().things();
        assertThat(tokensSentTo("/public")).containsExactly("200-t-3");
    }

    @Test
    void failureOfTheReaderIsToldToWhoSignsIn() {
        fail();

        assertThatThrownBy(() -> client().login(credentials("alice")))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("the TokenReader for " + nameOf("login") + " failed")
                .hasMessageContaining("no session in it");
    }

    @Test
    void failureOfTheReaderIsToldToWhoNeedsATokenAndNothingIsSent() {
        fail();
        expireLocally();

        assertThatThrownBy(() -> client().things())
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("the TokenReader for " + nameOf("refresh") + " failed")
                .hasMessageContaining("no session in it");
        assertThat(server.requests().count("/public")).isZero();
    }

    @Test
    void readerThatFindsNoTokensMakesNoSignIn() {
        realm().signOut();
        Script.reader = answer -> answer.body().contains("jwt") ? read(answer) : null;
        server.faults().next("/login", Answer.status(200).body("application/json", "{\"state\":\"st-1\"}"));

        assertThat(client().login(credentials("alice")).getString("state")).isEqualTo("st-1");

        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void refreshWithoutTokensForTheReaderIsToldByItsError() {
        Script.reader = answer -> answer.body().contains("jwt") ? read(answer) : null;
        expireLocally();
        server.faults().next("/token", Answer.status(200).body("application/json", "{\"error\":\"invalid_grant\"}"));

        assertThatThrownBy(() -> client().things())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining(nameOf("refresh") + " was answered with 200 invalid_grant");
    }

    @Test
    void refreshWithoutTokensForTheReaderKeepsTheSession() {
        Script.reader = answer -> answer.body().contains("jwt") ? read(answer) : null;
        expireLocally();
        server.faults().next("/token", Answer.status(200).body("application/json", "{}"));

        assertThatThrownBy(() -> client().things())
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("has no tokens for its TokenReader");
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.STALE);
    }

    private static void fail() {
        Script.reader = answer -> {
            throw new IllegalArgumentException("no session in it");
        };
    }

    private static Reply session(String token) {
        return Answer.status(200).body("application/json", "{\"session\":{\"jwt\":\"" + token + "\"}}");
    }

    // tag::read[]
    private static TokenSet read(ServerAnswer answer) {
        JsonObject session = Script.json(answer.body()).getJsonObject("session");
        return TokenSet.of(session.getString("jwt")).build();
    }
    // end::read[]
}
