package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.FakeServer;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two applications in one server, whose realms have the same name, and which call the same service. */
@ArquillianTest
@RunAsClient
class NeighboursTest {

    private static final FakeServer SERVICE = FakeServer.start();
    private static final App FIRST = new App("first");
    private static final App SECOND = new App("second");

    @Deployment(name = "first", testable = false)
    static Archive<?> first() {
        return FIRST.with(SERVICE.uri());
    }

    @Deployment(name = "second", testable = false)
    static Archive<?> second() {
        return SECOND.with(SERVICE.uri());
    }

    @BeforeEach
    void signOut() throws Exception {
        SERVICE.reset();
        SERVICE.tokens().user("bob", "bob");
        for (App application : List.of(FIRST, SECOND)) {
            application.login("alice");
            application.logout();
        }
    }

    @Test
    void oneIsNotSignedInWithTheOther() throws Exception {
        FIRST.login("alice");

        assertThat(FIRST.orders()).isEqualTo("alice");
        assertThat(SECOND.orders()).isEqualTo("SessionExpiredException");
        assertThat(SECOND.ordersLater()).isEqualTo("SessionExpiredException");
    }

    @Test
    void eachUsesItsOwnTokens() throws Exception {
        FIRST.login("alice");
        SECOND.login("bob");

        assertThat(FIRST.orders()).isEqualTo("alice");
        assertThat(SECOND.orders()).isEqualTo("bob");
        assertThat(FIRST.ordersLater()).isEqualTo("alice");
        assertThat(SECOND.ordersLater()).isEqualTo("bob");
    }

    @Test
    void refreshOfOneIsNotTheOthers() throws Exception {
        FIRST.login("alice");
        SECOND.login("bob");
        SERVICE.tokens().revokeAccessTokens("alice");

        assertThat(FIRST.orders()).isEqualTo("alice");
        assertThat(SECOND.orders()).isEqualTo("bob");
        assertThat(SERVICE.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void signOutOfOneIsNotTheOthers() throws Exception {
        FIRST.login("alice");
        SECOND.login("bob");

        FIRST.logout();

        assertThat(FIRST.orders()).isEqualTo("SessionExpiredException");
        assertThat(SECOND.orders()).isEqualTo("bob");
    }
}
