package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.FakeServer;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** An application that is deployed again and again leaves nothing of itself behind: no thread, no timer, no class loader. */
@ArquillianTest
@RunAsClient
class RedeployTest {

    private static final int TIMES = 20;
    private static final String MARKER = "dev.tollgate.it.wildfly.app.Marker";

    /** An idle thread of the server keeps what it has done last on its stack until there is something else to do. */
    private static final int KEPT_BY_THE_SERVER = 4;

    private static final FakeServer SERVICE = FakeServer.start();
    private static final App APP = new App("again");
    private static final App PLAIN = new App("plain");

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private Deployer deployer;

    @Deployment(name = "again", managed = false, testable = false)
    static Archive<?> again() {
        return APP.with(SERVICE.uri());
    }

    @Deployment(name = "plain", managed = false, testable = false)
    static Archive<?> plain() {
        return PLAIN.without(SERVICE.uri());
    }

    @Test
    void applicationThatIsDeployedAgainAndAgainIsGoneEachTime() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            deployer.deploy("again");
            use();
            deployer.undeploy("again");
        }
        assertThat(ServerProcess.find().threads("tollgate-")).isEmpty();
        assertGone();
    }

    @Test
    void serverKeepsAsMuchOfAnApplicationWithoutTollgate() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            deployer.deploy("plain");
            PLAIN.login("alice");
            PLAIN.orders();
            PLAIN.ordersLater();
            deployer.undeploy("plain");
        }
        assertGone();
    }

    private static void assertGone() throws Exception {
        ServerProcess server = ServerProcess.find();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.copiesOf(MARKER) > KEPT_BY_THE_SERVER) {
            assertThat(System.nanoTime())
                    .as("time until %s class loaders of the application are left", KEPT_BY_THE_SERVER)
                    .isLessThan(end);
        }
    }

    /** All that starts threads and timers: a sign-in, a refresh, asynchronous calls. */
    private static void use() throws Exception {
        SERVICE.reset();
        APP.login("alice");
        assertThat(APP.orders()).isEqualTo("alice");
        SERVICE.tokens().revokeAccessTokens();
        assertThat(APP.ordersLater()).isEqualTo("alice");
        assertThat(ServerProcess.find().threads("tollgate-shop-")).isNotEmpty();
    }
}
