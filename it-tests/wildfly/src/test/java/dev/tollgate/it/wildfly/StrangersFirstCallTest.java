package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The very first call of an application is made by a thread that the server does not know. */
@InWildFly
class StrangersFirstCallTest extends ShopScenario {

    @Inject
    @RestClient
    ThreadsClient client;

    /** Its calls to the token endpoint are the flights that are looked at. */
    @RegisterRestClient(configKey = "threads")
    @RegisterProvider(Flight.Seen.class)
    @TokenRealm("threads")
    public interface ThreadsClient extends Account {}

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios().as(WebArchive.class).addClass(Flight.class);
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("threads");
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        // the stranger does it
    }

    @Test
    void threadsOfTheGateAreTheServersAndSeeTheApplication() throws Exception {
        Flight flight = await(inParallel(this::fly));

        assertThat(flight.thread()).isInstanceOf(ManageableThread.class);
        assertThat(flight.loader()).isSameAs(Thread.currentThread().getContextClassLoader());
        assertThat(flight.hasNames()).isTrue();
    }

    private Flight fly() {
        client.login(credentials("alice"));
        expireLocally();
        client.place(credentials("order"));
        return Flight.last();
    }
}
