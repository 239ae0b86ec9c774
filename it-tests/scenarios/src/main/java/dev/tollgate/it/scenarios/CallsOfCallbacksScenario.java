package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.custom.NowClient;
import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.rest.Role;
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

    private GateStatus.State stateOf(String realm) {
        return tollgate.realm(realm).status().state();
    }
}
