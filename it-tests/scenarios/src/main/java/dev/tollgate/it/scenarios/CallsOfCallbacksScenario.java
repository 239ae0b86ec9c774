package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.custom.NowClient;
import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.rest.Role;
import dev.tollgate.testkit.Answer;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Beans of the application that are asked about a call make calls themselves. */
public abstract class CallsOfCallbacksScenario extends CustomScenario {

    protected CallsOfCallbacksScenario() {
        super(NowClient.class);
    }

    @Test
    void readerOfAnOwnRefreshThatNeedsItsTokenIsToldSo() {
        String refreshToken = realm().tokens().refreshToken().orElseThrow();
        Script.reader = answer -> Script.tokens(client().things());
        expireLocally();

        client().refresh("refresh_token", refreshToken);

        assertThat(realm().status().failure()).hasValueSatisfying(failure -> assertThat(failure)
                .hasMessageContaining("NowClient.things is called by the refresh and needs a token itself: mark it"));
        assertThat(server.requests().count("/public")).isZero();
    }

    @Test
    void roleOfTheCallIsNotThatOfTheCallsOfAnExpiryCheck() throws Exception {
        Script.expiry = (tokens, call) -> shop.orders().isEmpty();

        tollgate.callAs(Role.LOGOUT, () -> client().things());

        assertThat(stateOf("now")).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(stateOf("shop")).isEqualTo(GateStatus.State.FRESH);
    }

    @Test
    void roleOfTheCallIsNotThatOfTheCallsOfAReader() throws Exception {
        Script.reader = answer -> {
            shop.orders();
            return Script.tokens(Script.json(answer.body()));
        };

        tollgate.callAs(Role.LOGIN, () -> client().login(credentials("alice")));

        assertThat(client().orders().getInt("generation")).isZero();
    }

    @Test
    void expiryCheckThatIsAskedAboutItsOwnCallsWithoutEndIsTold() {
        Script.expiry = (tokens, call) -> client().things().isEmpty();

        assertThatThrownBy(() -> client().things())
                .isInstanceOf(ProcessingException.class)
                .hasMessage(askedAgain("ExpiryCheck", "things"));
        assertThat(server.requests().count("/public")).isZero();
    }

    @Test
    void assignmentThatIsAskedAboutItsOwnCallsWithoutEndIsTold() {
        Script.assignment = (tokens, request) -> client().orders();

        assertThatThrownBy(() -> client().things()).hasMessage(askedAgain("TokenAssignment", "orders"));
        assertThat(server.requests().count("/public")).isZero();
    }

    @Test
    protected void rejectionCheckThatIsAskedAboutItsOwnCallsWithoutEndIsTold() {
        Script.rejection = (answer, call) -> client().things().isEmpty();

        assertThatThrownBy(() -> client().things()).hasMessage(askedAgain("RejectionCheck", "things"));
    }

    @Test
    protected void rejectionCheckMayCallItsOwnRealmWhileThatComesToAnEnd() {
        List<Integer> asked = new CopyOnWriteArrayList<>();
        Script.rejection = (answer, call) -> {
            asked.add(answer.status());
            return answer.status() == 403 && client().orders().isEmpty();
        };
        server.faults()
                .next("/api", Answer.status(403))
                .next("/api", Answer.status(200).body("application/json", "{\"a\":1}"));

        assertThatThrownBy(() -> client().orders()).hasMessageContaining("403");
        assertThat(asked).containsExactly(403, 200);
    }

    private GateStatus.State stateOf(String realm) {
        return tollgate.realm(realm).status().state();
    }

    private String askedAgain(String callback, String method) {
        return "realm 'now': the " + callback + " for " + nameOf(method)
                + " is asked again and again about a call that it makes itself: mark the methods that it calls"
                + " with @Guest, or let it answer without a call there";
    }
}
