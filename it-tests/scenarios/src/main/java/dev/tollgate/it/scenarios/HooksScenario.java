package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateEvent;
import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.custom.Hooks;
import dev.tollgate.it.scenarios.custom.HooksSeen;
import dev.tollgate.it.scenarios.custom.ToldClient;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.Answer;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conformance lines C3 to C6 and S3 to S6: the application observes what happens in its realm. */
public abstract class HooksScenario extends CustomScenario {

    protected HooksScenario() {
        super(ToldClient.class);
    }

    @BeforeEach
    void forgetTheSignIn() {
        Hooks.clear();
        HooksSeen.clear();
    }

    @Test
    void c4_loginIsToldOnceAndTheCallerStillGetsTheAnswer() {
        assertThat(client().login(credentials("alice")).getString("access_token"))
                .isNotEmpty();

        assertThat(Hooks.NOW).hasExactlyElementsOfTypes(GateEvent.SignedIn.class);
    }

    @Test
    void s4_loginAfterARejectionIsToldOnce() {
        server.tokens().revokeAccessTokens();

        client().login(credentials("alice"));

        assertThat(Hooks.NOW).hasExactlyElementsOfTypes(GateEvent.SignedIn.class);
        assertThat(client().orders().getInt("generation")).isZero();
    }

    @Test
    void s5_logoutThatIsReplayedIsToldOnce() {
        server.tokens().revokeAccessTokens();

        client().logout();

        assertThat(Hooks.NOW).filteredOn(GateEvent.SignedOut.class::isInstance).hasSize(1);
    }

    @Test
    void c5_logoutIsToldOnce() {
        client().logout();

        assertThat(Hooks.NOW).hasExactlyElementsOfTypes(GateEvent.SignedOut.class);
    }

    @Test
    void c6_hooksHaveFinishedBeforeTheApplicationsFiltersSeeTheAnswer() {
        client().login(credentials("alice"));
        client().logout();

        assertThat(HooksSeen.NOW).hasAtLeastOneElementOfType(GateEvent.SignedIn.class);
        assertThat(HooksSeen.NOW).hasAtLeastOneElementOfType(GateEvent.SignedOut.class);
    }

    @Test
    void c3_asynchronousHooksAreAwaitedToo() {
        client().login(credentials("alice"));

        assertThat(HooksSeen.LATER).hasExactlyElementsOfTypes(GateEvent.SignedIn.class);
    }

    @Test
    void w11_failedLoginIsNotTold() {
        server.faults().next("/login", Answer.status(403));

        assertThatThrownBy(() -> client().login(credentials("alice"))).isInstanceOf(WebApplicationException.class);
        assertThat(Hooks.NOW).isEmpty();
    }

    @Test
    void failingHookChangesNothing() {
        Hooks.fail();

        client().login(credentials("alice"));

        assertThat(Hooks.NOW).hasSize(1);
        assertThat(client().orders().getInt("generation")).isZero();
    }

    @Test
    void roleOfTheCallIsNotThatOfTheCallsOfAHook() throws Exception {
        Hooks.also(() -> shop.orders());

        tollgate.callAs(Role.LOGOUT, () -> client().orders());

        assertThat(Hooks.NOW).hasExactlyElementsOfTypes(GateEvent.SignedOut.class);
        assertThat(tollgate.realm("shop").status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    @Test
    void refreshIsToldOnce() {
        server.tokens().revokeAccessTokens();
        client().orders();
        awaitTold(GateEvent.Refreshed.class);

        assertThat(Hooks.NOW).filteredOn(GateEvent.Refreshed.class::isInstance).hasSize(1);
    }

    @Test
    void endOfTheSessionIsToldOnce() {
        server.tokens().endAllSessions();
        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> client().orders()).isInstanceOf(SessionExpiredException.class);
        }
        awaitTold(GateEvent.SessionEnded.class);

        assertThat(Hooks.NOW)
                .filteredOn(GateEvent.SessionEnded.class::isInstance)
                .hasSize(1);
    }

    private static void awaitTold(Class<? extends GateEvent> kind) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (List.copyOf(Hooks.NOW).stream().noneMatch(kind::isInstance)) {
            assertThat(System.nanoTime())
                    .as("time until %s is told", kind.getSimpleName())
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
