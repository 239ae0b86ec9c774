package dev.tollgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FakeServerExtensionTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private static final URI STARTED_EARLY = server.uri();

    @BeforeAll
    static void serverRunsBeforeTheFirstTest() throws Exception {
        new Browser(server.server()).login();
        assertThat(server.tokens().logins()).isOne();
    }

    @AfterAll
    static void serverOutlivesNestedClasses() throws Exception {
        assertThat(server.uri()).isEqualTo(STARTED_EARLY);
        assertThat(new Browser(server.server()).get("/public").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void serverIsResetBeforeEachTest() throws Exception {
        assertThat(server.requests().all()).isEmpty();
        new Browser(server.server()).login();
    }

    @Test
    @Order(2)
    void serverIsResetBeforeTheNextTestToo() {
        assertThat(server.tokens().logins()).isZero();
    }

    @Test
    @Order(3)
    void serverStaysTheSame() {
        assertThat(server.uri("/x")).isEqualTo(STARTED_EARLY.resolve("/x"));
    }

    @Test
    @Order(4)
    void parametersAreResolved(FakeServer parameter) {
        assertThat(parameter).isSameAs(server.server());
    }

    @Nested
    class NestedClass {

        @Test
        void sharesTheServer() throws Exception {
            assertThat(server.uri()).isEqualTo(STARTED_EARLY);
            assertThat(new Browser(server.server()).get("/public").statusCode()).isEqualTo(200);
        }
    }
}

@ExtendWith(FakeServerExtension.class)
class FakeServerParameterTest {

    @Test
    void extensionWorksByNameAlone(FakeServer server) throws Exception {
        assertThat(new Browser(server).get("/public").statusCode()).isEqualTo(200);
    }
}

class FakeServerInstanceTest {

    @RegisterExtension
    final FakeServerExtension server = new FakeServerExtension();

    @Test
    void extensionWorksAsAnInstanceField() throws Exception {
        assertThat(new Browser(server.server()).get("/public").statusCode()).isEqualTo(200);
    }
}
