package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ManyUsersScenario;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.TenantsClient;
import dev.tollgate.quarkus.wiring.QuarkusInboundHeaders;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header of the request that Quarkus serves tells whose session a call belongs to. */
@QuarkusTest
class TenantHeaderTest extends ManyUsersScenario {

    @Inject
    @RestClient
    TenantsClient tenants;

    @Override
    protected Realm realm() {
        return tollgate.realm("tenants");
    }

    @Override
    protected Members members() {
        return tenants;
    }

    @Test
    void eachTenantsCallsCarryTheirOwnToken() throws Exception {
        loginBoth();

        assertThat(serving("acme", this::me)).isEqualTo("alice");
        assertThat(serving("umbrella", this::me)).isEqualTo("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "event-loop"})
    void asynchronousCallsDoToo(String place) throws Exception {
        loginBoth();

        assertThat(servingLater(place, "acme")).isEqualTo("alice");
        assertThat(servingLater(place, "umbrella")).isEqualTo("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "event-loop"})
    void rejectedTokenOfATenantIsReplacedForThemAlone(String place) throws Exception {
        loginBoth();
        server.tokens().revokeAccessTokens("alice");

        assertThat(servingLater(place, "acme")).isEqualTo("alice");
        assertThat(servingLater(place, "umbrella")).isEqualTo("bob");
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void missingHeaderFailsAndSendsNothing() throws Exception {
        loginBoth();

        assertThatThrownBy(() -> Serving.at("worker", this::me)).satisfies(TenantHeaderTest::isToldAboutTheHeader);
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void callOutsideOfARequestFailsAndSendsNothing() throws Exception {
        loginBoth();

        assertThatThrownBy(this::me).satisfies(TenantHeaderTest::isToldAboutTheHeader);
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void headerThatIsThereTwiceFailsAndSendsNothing() throws Exception {
        loginBoth();

        assertThat(Serving.at(
                        "worker",
                        () -> new QuarkusInboundHeaders().header("X-Tenant"),
                        "X-Tenant",
                        "acme",
                        "X-Tenant",
                        "umbrella"))
                .containsExactly("acme", "umbrella");
        assertThatThrownBy(() -> Serving.at("worker", this::me, "X-Tenant", "acme", "X-Tenant", "umbrella"))
                .satisfies(TenantHeaderTest::isToldAboutTheHeader)
                .hasMessageContaining("more than one");
        assertThat(server.requests().count("/user")).isZero();
    }

    private void loginBoth() throws Exception {
        serving("acme", () -> tenants.login(account("alice")));
        serving("umbrella", () -> tenants.login(account("bob")));
    }

    private static <T> T serving(String tenant, Callable<T> work) throws Exception {
        return Serving.at("worker", work, "X-Tenant", tenant);
    }

    private String servingLater(String place, String tenant) throws Exception {
        return Serving.laterAt(place, () -> Uni.createFrom().completionStage(tenants.meLater()), "X-Tenant", tenant)
                .getString("user");
    }

    private static void isToldAboutTheHeader(Throwable failure) {
        assertThat(failure)
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContainingAll("realm 'tenants'", "tollgate.tenants.session=header:X-Tenant");
    }
}
