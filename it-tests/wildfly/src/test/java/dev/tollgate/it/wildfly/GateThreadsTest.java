package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guarantee 6: flights and timers run on threads of the gate's own, which the server makes for this application. */
@InWildFly
class GateThreadsTest extends ShopScenario {

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
        server.reset();
        client.login(credentials("alice"));
    }

    @Test
    void flightRunsOnAThreadOfTheServerForTheGateAlone() {
        Flight flight = fly();

        assertThat(flight.thread()).isInstanceOf(ManageableThread.class).isNotSameAs(Thread.currentThread());
        assertThat(flight.thread().getName()).startsWith("tollgate-threads-");
    }

    @Test
    void everyThreadOfAGateIsTheServers() {
        fly();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("tollgate-"))
                .hasSizeGreaterThan(1)
                .allSatisfy(thread -> assertThat(thread).isInstanceOf(ManageableThread.class));
    }

    @Test
    void flightSeesTheClassesAndTheNamesOfTheApplication() {
        Flight flight = fly();

        assertThat(flight.loader()).isSameAs(Thread.currentThread().getContextClassLoader());
        assertThat(flight.hasNames()).isTrue();
    }

    @Test
    void flightHasARequestContextOfItsOwn() {
        int callers = CDI.current().select(Flight.OfARequest.class).get().number();

        assertThat(List.of(fly().request(), fly().request()))
                .doesNotHaveDuplicates()
                .doesNotContain(callers);
    }

    private Flight fly() {
        expireLocally();
        client.place(credentials("order"));
        return Flight.last();
    }
}
