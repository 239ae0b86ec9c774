package dev.tollgate.it.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A body that can not be repeated is sent once, and one warning tells which method sends it. */
@QuarkusTest
class OneShotBodiesTest extends ShopScenario {

    private static final int CALLS = 3;
    /** One character more than the scenarios' {@code replay-body-limit}. */
    private static final String TOO_LARGE = "x".repeat(64 * 1024 + 1);

    /** A class of its own: one warning is for one method of one client. */
    @TokenRealm("shop")
    @Path("api/uploads")
    public interface UploadClient {

        @PUT
        @Consumes(MediaType.APPLICATION_OCTET_STREAM)
        String chunks(Multi<Buffer> content);

        @PUT
        @Consumes(MediaType.APPLICATION_OCTET_STREAM)
        String stream(InputStream content);
    }

    private final UploadClient client =
            QuarkusRestClientBuilder.newBuilder().baseUri(server.uri()).build(UploadClient.class);

    @Test
    void chunks() {
        assertIsSentOnceAndToldOnce(
                "UploadClient.chunks",
                () -> client.chunks(Multi.createFrom().items("one", "two").map(Buffer::buffer)),
                "onetwo");
    }

    @Test
    void streamThatIsTooLarge() {
        assertIsSentOnceAndToldOnce(
                "UploadClient.stream",
                () -> client.stream(new ByteArrayInputStream(TOO_LARGE.getBytes(UTF_8))),
                TOO_LARGE);
    }

    @Test
    void streamThatIsRefusedBeforeItsEndIsNotSentInPart() throws Exception {
        try (HastyServer hasty = HastyServer.start()) {
            UploadClient toHasty =
                    QuarkusRestClientBuilder.newBuilder().baseUri(hasty.uri()).build(UploadClient.class);
            try (UnendingStream body = new UnendingStream("part")) {
                assertThatThrownBy(() -> toHasty.stream(body)).satisfies(ShopScenario::isUnauthorized);
            }
            shop.orders();
            assertThat(hasty.requests()).isOne();
        }
    }

    private void assertIsSentOnceAndToldOnce(String method, ThrowingCallable call, String content) {
        try (Warnings warnings = Warnings.of("dev.tollgate")) {
            for (int i = 0; i < CALLS; i++) {
                server.tokens().revokeAccessTokens();
                assertThatThrownBy(call).satisfies(ShopScenario::isUnauthorized);
                // ends the refresh that the refusal has started in the background
                shop.orders();
            }
            assertThat(warnings.about(method))
                    .singleElement()
                    .asString()
                    .contains("can not be sent again: its body can be read only once");
        }
        assertThat(server.requests().to("/api/uploads")).hasSize(CALLS).allSatisfy(sent -> assertThat(sent.body())
                .isEqualTo(content));
    }
}
