package dev.tollgate.it.quarkus.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** The portable jar starts, does nothing, and says so. */
@QuarkusTest
class PlainJarTest {

    @Test
    void isToldOnceWhichArtifactIsMissing() {
        Logger logger = Logger.getLogger("dev.tollgate.rest");
        Kept kept = new Kept();
        logger.addHandler(kept);
        try {
            build();
            build();
        } finally {
            logger.removeHandler(kept);
        }

        assertThat(kept.messages)
                .containsExactly(
                        "WARN tollgate-rest-client alone does nothing on Quarkus, no call carries a token: add the"
                                + " artifact dev.tollgate:tollgate-quarkus, which is for the client of"
                                + " quarkus-rest-client");
    }

    @Test
    void callInARealmIsRefused() {
        ShopClient client = build();

        assertThatThrownBy(client::orders)
                .isInstanceOf(ProcessingException.class)
                .hasMessageContaining(
                        ShopClient.class.getName() + " is in the realm 'shop', but Tollgate was not started")
                .hasMessageContaining("dev.tollgate:tollgate-quarkus");
    }

    private static ShopClient build() {
        return RestClientBuilder.newBuilder()
                .baseUri(URI.create("http://localhost:1"))
                .build(ShopClient.class);
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    @TokenRealm("shop")
    interface ShopClient {
        @GET
        @Path("orders")
        String orders();
    }

    /** What is logged. */
    private static final class Kept extends Handler {
        final List<String> messages = new ArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            messages.add(logged.getLevel() + " " + logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
