package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.custom.AsyncBeans;
import dev.tollgate.it.scenarios.custom.MuteBeans;
import dev.tollgate.it.scenarios.custom.MuteClient;
import dev.tollgate.rest.TokenUnavailableException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bean that never answers holds nobody up for longer than {@code wait-timeout}. */
public abstract class MuteCallbacksScenario extends CustomScenario {

    protected MuteCallbacksScenario() {
        super(MuteClient.class);
    }

    @BeforeEach
    @Override
    protected void signInToTheRealm() {
        MuteBeans.mute(null);
        super.signInToTheRealm();
    }

    @Test
    void expiryCheck() {
        MuteBeans.mute(AsyncBeans.Callback.EXPIRY);

        assertToldInTime("the ExpiryCheck for MuteClient.orders", () -> client().orders());
    }

    @Test
    void rejectionCheck() {
        MuteBeans.mute(AsyncBeans.Callback.REJECTION);

        assertToldInTime("the RejectionCheck for MuteClient.orders", () -> client().orders());
    }

    @Test
    void tokenAssignment() {
        MuteBeans.mute(AsyncBeans.Callback.ASSIGNMENT);

        assertToldInTime("the TokenAssignment for MuteClient.orders", () -> client().orders());
    }

    @Test
    void tokenReader() {
        MuteBeans.mute(AsyncBeans.Callback.READER);

        assertToldInTime("the TokenReader for MuteClient.login", () -> client().login(credentials("alice")));
    }

    private static void assertToldInTime(String callback, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessage(callback + " did not answer within 1000 ms (wait-timeout)");
    }
}
