package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ManyUsersScenario;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.TenantsClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** A header of the request that RESTEasy's server serves tells whose session a call belongs to. */
@ArquillianTest
class TenantHeaderTest extends ManyUsersScenario {

    @Inject
    @RestClient
    TenantsClient tenants;

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }

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
        serving(List.of("acme"), () -> tenants.login(account("alice")));
        serving(List.of("umbrella"), () -> tenants.login(account("bob")));

        assertThat(serving(List.of("acme"), this::me)).isEqualTo("alice");
        assertThat(serving(List.of("umbrella"), this::me)).isEqualTo("bob");
    }

    @Test
    void asynchronousCallsDoToo() throws Exception {
        serving(List.of("acme"), () -> tenants.login(account("alice")));
        serving(List.of("umbrella"), () -> tenants.login(account("bob")));

        assertThat(get(serving(List.of("acme"), tenants::meLater)).getString("user"))
                .isEqualTo("alice");
        assertThat(get(serving(List.of("umbrella"), tenants::meLater)).getString("user"))
                .isEqualTo("bob");
    }

    @Test
    void rejectedTokenOfATenantIsReplacedForThemAlone() throws Exception {
        serving(List.of("acme"), () -> tenants.login(account("alice")));
        serving(List.of("umbrella"), () -> tenants.login(account("bob")));
        server.tokens().revokeAccessTokens("alice");

        assertThat(serving(List.of("acme"), this::me)).isEqualTo("alice");
        assertThat(serving(List.of("umbrella"), this::me)).isEqualTo("bob");
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void missingHeaderFailsAndSendsNothing() throws Exception {
        serving(List.of("acme"), () -> tenants.login(account("alice")));

        assertThatThrownBy(() -> serving(List.of(), this::me)).satisfies(TenantHeaderTest::isToldAboutTheHeader);
        assertThatThrownBy(() -> serving(List.of(" "), this::me)).satisfies(TenantHeaderTest::isToldAboutTheHeader);
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void callOutsideOfARequestFailsAndSendsNothing() throws Exception {
        serving(List.of("acme"), () -> tenants.login(account("alice")));

        assertThatThrownBy(this::me).satisfies(TenantHeaderTest::isToldAboutTheHeader);
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void headerThatIsThereTwiceFailsAndSendsNothing() throws Exception {
        serving(List.of("acme"), () -> tenants.login(account("alice")));

        assertThatThrownBy(() -> serving(List.of("acme", "umbrella"), this::me))
                .satisfies(TenantHeaderTest::isToldAboutTheHeader)
                .hasMessageContaining("more than one");
        assertThat(server.requests().count("/user")).isZero();
    }

    private static void isToldAboutTheHeader(Throwable failure) {
        assertThat(failure)
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContainingAll("realm 'tenants'", "tollgate.tenants.session=header:X-Tenant");
    }

    /** As if a request with these headers {@code X-Tenant} were served. */
    private static <T> T serving(List<String> values, Callable<T> work) throws Exception {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.put("X-Tenant", values);
        ResteasyContext.pushContext(HttpHeaders.class, new ResteasyHttpHeaders(headers));
        try {
            return work.call();
        } finally {
            ResteasyContext.popContextData(HttpHeaders.class);
        }
    }
}
