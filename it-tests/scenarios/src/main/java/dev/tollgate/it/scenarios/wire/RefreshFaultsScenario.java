package dev.tollgate.it.scenarios.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.wire.FaultProxy;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A refresh whose fate is unknown is never sent again where the server rotates strictly: not by the gate, and not by an
 * HTTP client on its own. Whatever happens on the wire, nobody waits longer than the deadlines allow.
 */
public abstract class RefreshFaultsScenario extends ShopScenario {

    private static final int CALLERS = 4;

    protected final FaultProxy proxy = WireProxy.get();

    private int arrivedBefore;
    private int deliveredBefore;

    /** The client of this suite. */
    protected abstract Wired client();

    /** Its realm. */
    protected abstract String realmName();

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        proxy.clear();
        proxy.acceptConnections();
        client().login(credentials("alice"));
        arrivedBefore = proxy.traffic().arrived().size();
        deliveredBefore = proxy.traffic().delivered().size();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm(realmName());
    }

    @ParameterizedTest
    @EnumSource
    void refreshOfUnknownOutcomeIsSentOnceAndEndsTheSession(RefreshFault fault) throws Exception {
        proxy.always("/token", fault.onTheWire());
        expireLocally();

        for (Future<JsonObject> call : calls(() -> client().place(credentials("order")))) {
            assertThat(failureOf(call)).isInstanceOf(SessionExpiredException.class);
        }
        assertRefreshWasSentOnce();
    }

    @ParameterizedTest
    @EnumSource
    void refreshForAnAsynchronousCallIsSentOnceToo(RefreshFault fault) throws Exception {
        proxy.always("/token", fault.onTheWire());
        expireLocally();

        for (Future<JsonObject> call : calls(() ->
                client().placeLater(credentials("order")).toCompletableFuture().get())) {
            assertThat(failureOf(call)).hasRootCauseInstanceOf(Exception.class).satisfies(failure -> assertThat(
                            causes(failure))
                    .hasAtLeastOneElementOfType(SessionExpiredException.class));
        }
        assertRefreshWasSentOnce();
    }

    private List<Future<JsonObject>> calls(Callable<JsonObject> call) {
        return IntStream.range(0, CALLERS).mapToObj(caller -> inParallel(call)).toList();
    }

    private void assertRefreshWasSentOnce() {
        assertThat(news(proxy.traffic().arrived(), arrivedBefore)).containsExactly("POST /token HTTP/1.1");
        assertThat(server.requests().count("/token"))
                .isEqualTo(news(proxy.traffic().delivered(), deliveredBefore).size())
                .isLessThan(2);
        assertThat(server.requests().to("/api")).isEmpty();
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SESSION_EXPIRED);
    }

    private static List<String> news(List<String> traffic, int before) {
        return traffic.subList(before, traffic.size());
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
