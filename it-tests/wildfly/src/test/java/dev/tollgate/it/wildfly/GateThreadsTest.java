package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guarantee 6: flights and timers run on threads of the gate's own, which the server makes for this application. */
@InWildFly
class GateThreadsTest extends ShopScenario {

    private static final List<Flight> FLIGHTS = new CopyOnWriteArrayList<>();

    @Inject
    @RestClient
    ThreadsClient client;

    @Inject
    @RestClient
    FirstClient first;

    /** Its calls to the token endpoint are the flights that are looked at. */
    @RegisterRestClient(configKey = "threads")
    @RegisterProvider(Seen.class)
    @TokenRealm("threads")
    public interface ThreadsClient extends Account {}

    /** Of a realm whose first thread one test wants to see. */
    @RegisterRestClient(configKey = "first")
    @RegisterProvider(Seen.class)
    @TokenRealm("first")
    public interface FirstClient extends Account {}

    /** One for each request context. */
    @RequestScoped
    public static class OfARequest {

        private static final AtomicInteger MADE = new AtomicInteger();
        private final int number = MADE.incrementAndGet();

        int number() {
            return number;
        }
    }

    /** Where a flight ran. */
    record Flight(Thread thread, ClassLoader loader, boolean hasNames, boolean hasCallersHeaders, int request) {

        static Flight now() {
            Thread thread = Thread.currentThread();
            return new Flight(
                    thread,
                    thread.getContextClassLoader(),
                    hasNamesOfTheApplication(),
                    ResteasyContext.searchContextData(HttpHeaders.class) != null,
                    CDI.current().select(OfARequest.class).get().number());
        }

        @SuppressWarnings("BanJNDI") // a fixed name
        private static boolean hasNamesOfTheApplication() {
            try {
                return new InitialContext().lookup("java:comp/DefaultManagedExecutorService") != null;
            } catch (NamingException e) {
                return false;
            }
        }
    }

    /** The application's filter, which runs on the thread of a flight when that calls the token endpoint. */
    public static class Seen implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            if (request.getUri().getPath().equals("/token")) {
                FLIGHTS.add(Flight.now());
            }
        }
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    private String realm = "threads";

    @Override
    protected Realm realm() {
        return tollgate.realm(realm);
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        client.login(credentials("alice"));
        FLIGHTS.clear();
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
        int callers = CDI.current().select(OfARequest.class).get().number();

        assertThat(List.of(fly().request(), fly().request()))
                .doesNotHaveDuplicates()
                .doesNotContain(callers);
    }

    @Test
    void threadSeesNothingOfTheCallThatHasItMade() {
        realm = "first";
        first.login(credentials("alice"));
        ResteasyContext.pushContext(HttpHeaders.class, new ResteasyHttpHeaders(new MultivaluedHashMap<>()));
        try {
            assertThat(fly(first).hasCallersHeaders()).isFalse();
        } finally {
            ResteasyContext.popContextData(HttpHeaders.class);
        }
    }

    private Flight fly() {
        return fly(client);
    }

    private Flight fly(Account client) {
        expireLocally();
        int before = FLIGHTS.size();
        client.place(credentials("order"));
        assertThat(FLIGHTS).hasSize(before + 1);
        return FLIGHTS.get(before);
    }
}
