package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.custom.LeaveClient;
import dev.tollgate.it.scenarios.custom.OpenPartsClient;
import dev.tollgate.it.scenarios.custom.PartsClient;
import dev.tollgate.it.scenarios.custom.Visits;
import dev.tollgate.rest.Role;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** A role comes from the call, the method, the configuration, the interface or the enclosing scope, in this order. */
public abstract class CallRoleScenario extends CustomScenario {

    private static final String NONE = "";

    @Inject
    Visits visits;

    protected CallRoleScenario() {
        super(PartsClient.class);
    }

    @Test
    void roleOfTheCallGoesBeforeThatOfTheMethod() throws Exception {
        tollgate.callAs(Role.AUTHENTICATED, () -> client().catalog());
        // tag::call[]
        tollgate.callAs(Role.GUEST, () -> client().things());
        // end::call[]

        assertThat(sent("/public/catalog", "Authorization").get(0)).startsWith("Bearer ");
        assertThat(sent("/public/things", "Authorization")).containsExactly(NONE);
    }

    @Test
    void roleOfTheCallReachesAsynchronousCallsAndEndsWithTheWork() throws Exception {
        tollgate.callAs(Role.GUEST, () -> client().thingsLater())
                .toCompletableFuture()
                .join();
        client().things();

        assertThat(sent("/public/things", "Authorization").get(0)).isEqualTo(NONE);
        assertThat(sent("/public/things", "Authorization").get(1)).startsWith("Bearer ");
    }

    @Test
    void loginInCodeSignsIn() throws Exception {
        realm().signOut();

        tollgate.callAs(Role.LOGIN, () -> client().login(credentials("alice")));

        assertThat(client().orders().getInt("generation")).isZero();
    }

    @Test
    void roleOfTheMethodGoesBeforeConfiguration() {
        ((PartsClient) client()).preview();

        assertThat(sent("/public/preview", "Authorization")).containsExactly(NONE);
    }

    @Test
    void configurationGoesBeforeTheInterface() {
        OpenPartsClient open =
                CDI.current().select(OpenPartsClient.class, RestClient.LITERAL).get();
        open.price();
        open.list();

        assertThat(sent("/public/price", "Authorization").get(0)).startsWith("Bearer ");
        assertThat(sent("/public/list", "Authorization")).containsExactly(NONE);
    }

    @Test
    void interfaceGoesBeforeTheScope() throws Exception {
        LeaveClient leave =
                CDI.current().select(LeaveClient.class, RestClient.LITERAL).get();
        visits.visit(() -> {
            leave.leave();
            return true;
        });

        assertThat(sent("/logout", "Authorization").get(0)).startsWith("Bearer ");
    }

    @Test
    void callInsideAGuestScopeCarriesNoTokenAndWaitsForNobody() {
        realm().signOut();

        visits.look();

        assertThat(sent("/public/things", "Authorization")).containsExactly(NONE);
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void asynchronousCallInsideAGuestScopeToo() {
        visits.lookLater().toCompletableFuture().join();

        assertThat(sent("/public/things", "Authorization")).containsExactly(NONE);
    }

    @Test
    void guestScopeEndsWithItsMethod() {
        visits.look();
        client().things();

        assertThat(sent("/public/things", "Authorization").get(1)).startsWith("Bearer ");
    }

    @Test
    void guestScopeIsOfItsThreadOnly() throws Exception {
        visits.visit(() -> {
            Future<JsonObject> elsewhere = inParallel(() -> client().things());
            return await(elsewhere);
        });

        assertThat(sent("/public/things", "Authorization").get(0)).startsWith("Bearer ");
    }
}
