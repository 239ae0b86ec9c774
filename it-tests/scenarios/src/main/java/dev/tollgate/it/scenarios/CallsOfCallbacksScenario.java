package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.custom.NowClient;
import dev.tollgate.it.scenarios.custom.Script;
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
}
