package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.wire.RefreshFaultsScenario;
import dev.tollgate.it.scenarios.wire.Wired;
import dev.tollgate.it.scenarios.wire.WiredClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** On the client of Vert.x, where a refresh goes out on a connection that another call has used. */
@QuarkusTest
class RefreshFaultsTest extends RefreshFaultsScenario {

    @Inject
    @RestClient
    WiredClient client;

    @Override
    protected Wired client() {
        return client;
    }

    @Override
    protected String realmName() {
        return "wired";
    }
}
