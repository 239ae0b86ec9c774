package dev.tollgate.it.weld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.MatrixScenario;
import dev.tollgate.it.scenarios.client.BodiesClient;
import dev.tollgate.it.scenarios.client.Order;
import dev.tollgate.testkit.Answer;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.plugins.interceptors.AcceptEncodingGZIPFilter;
import org.jboss.resteasy.plugins.interceptors.GZIPDecodingInterceptor;
import org.jboss.resteasy.plugins.interceptors.GZIPEncodingInterceptor;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RESTEasy's own compression, both ways; the refusal comes compressed as well. */
@ArquillianTest
class GzipTest extends MatrixScenario {

    private static final String AT_THE_LIMIT = "0123456789abcdef".repeat(4096);

    private BodiesClient client;

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @BeforeEach
    void choose() {
        client = compressing(RestClientBuilder.newBuilder().baseUri(server.uri()))
                .build(BodiesClient.class);
    }

    @Test
    void objectIsCompressedForEachSend() throws Exception {
        assertThat(replayed(() -> client.order(Order.of("one"))).body).contains("\"item\":\"one\"");
        assertCompressed();
    }

    @Test
    void objectOfAnAsynchronousCallToo() throws Exception {
        assertThat(replayed(() -> client.orderLater(Order.of("one"))
                                .toCompletableFuture()
                                .get(10, TimeUnit.SECONDS))
                        .body)
                .contains("\"item\":\"one\"");
        assertCompressed();
    }

    @Test
    void copyOfAStreamIsCompressedForEachSend() throws Exception {
        assertThat(replayed(() -> client.stream(new ByteArrayInputStream(AT_THE_LIMIT.getBytes(UTF_8))))
                        .getString("body"))
                .isEqualTo(AT_THE_LIMIT);
        assertCompressed();
    }

    @Test
    void largeAnswerIsDecompressedOnce() throws Exception {
        String large = "x".repeat(1 << 20);
        server.resources().serve("/api", Answer.status(200).body("application/json", "{\"item\":\"" + large + "\"}"));

        assertThat(replayed(() -> client.order(Order.of("one"))).item).isEqualTo(large);
    }

    @Test
    void compressedRefusalOfTheNewTokenCanBeRead() {
        server.resources().rejectPath("/api/bodies");

        assertThatThrownBy(() -> client.order(Order.of("one")))
                .isInstanceOfSatisfying(NotAuthorizedException.class, refused -> assertThat(
                                refused.getResponse().readEntity(String.class))
                        .isEqualTo("{\"error\":\"invalid_token\"}"));
        assertThat(server.requests().count("/api")).isEqualTo(2);
        server.resources().acceptPath("/api/bodies");
        client.order(Order.of("accepted again"));
    }

    private void assertCompressed() {
        assertThat(server.requests().to("/api")).allSatisfy(sent -> {
            assertThat(sent.header("Content-Encoding")).hasValue("gzip");
            assertThat(sent.header("Accept-Encoding"))
                    .hasValueSatisfying(v -> assertThat(v).contains("gzip"));
        });
    }

    private static RestClientBuilder compressing(RestClientBuilder builder) {
        return builder.register(AcceptEncodingGZIPFilter.class)
                .register(GZIPDecodingInterceptor.class)
                .register(GZIPEncodingInterceptor.class)
                .register(CompressedRequests.class);
    }

    /** RESTEasy compresses what says that it is compressed. */
    public static class CompressedRequests implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders().putSingle("Content-Encoding", "gzip");
        }
    }
}
