package dev.tollgate.it.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.client.BinaryClient;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** Bodies of all 256 byte values are sent twice and come back once, byte for byte. */
public abstract class BinaryScenario extends ShopScenario {

    /** Larger than any buffer on the way, and no multiple of one. */
    private static final byte[] LARGE = bytes((3 << 20) + 17);

    /** Just below the realm's {@code replay-body-limit}. */
    private static final byte[] KEPT = bytes((64 << 10) - 1);

    @Test
    void bytesUpAndDown() throws Exception {
        assertComesBack(LARGE, client -> client.bytes(LARGE));
    }

    @Test
    void bytesUpAndDownLater() throws Exception {
        assertComesBack(
                LARGE, client -> client.bytesLater(LARGE).toCompletableFuture().get(10, SECONDS));
    }

    @Test
    void streamUpAndDown() throws Exception {
        assertComesBack(KEPT, client -> all(client.stream(new ByteArrayInputStream(KEPT))));
    }

    @Test
    void streamUpAndDownLater() throws Exception {
        assertComesBack(
                KEPT,
                client -> all(client.streamLater(new ByteArrayInputStream(KEPT))
                        .toCompletableFuture()
                        .get(10, SECONDS)));
    }

    @Test
    void fileUpAndDown() throws Exception {
        withFile(file -> assertComesBack(LARGE, client -> read(client.file(file))));
    }

    @Test
    void fileUpAndResponseDown() throws Exception {
        withFile(file -> assertComesBack(LARGE, client -> {
            try (Response answer = client.answer(file)) {
                return answer.readEntity(byte[].class);
            }
        }));
    }

    @Test
    void singleBytes() throws Exception {
        for (byte value : new byte[] {0, '\n', '\r', 127, -128, -1}) {
            byte[] single = {value};
            shop.login(credentials("alice")); // or the fourth refresh in a row would be preceded by a probe
            assertComesBack(single, client -> client.bytes(single));
        }
    }

    @FunctionalInterface
    private interface Exchange {
        byte[] with(BinaryClient client) throws Exception;
    }

    @FunctionalInterface
    private interface FileUse {
        void with(File file) throws Exception;
    }

    /** The first send is refused after all of it has been read. */
    private void assertComesBack(byte[] content, Exchange exchange) throws Exception {
        try (RawServer echo = RawServer.start((request, body) -> {
            request.sendResponseHeaders(200, body.length);
            request.getResponseBody().write(body);
        })) {
            echo.refuseNext();
            int before = server.tokens().refreshAttempts();

            byte[] answer = exchange.with(
                    RestClientBuilder.newBuilder().baseUri(echo.uri()).build(BinaryClient.class));

            assertThat(answer).isEqualTo(content);
            assertThat(echo.bodies()).hasSize(2).allSatisfy(sent -> assertThat(sent)
                    .isEqualTo(content));
            assertThat(echo.authorizations()).doesNotHaveDuplicates();
            assertThat(server.tokens().refreshAttempts()).isEqualTo(before + 1);
        }
    }

    private static void withFile(FileUse use) throws Exception {
        File file = File.createTempFile("tollgate", ".bin");
        try {
            Files.write(file.toPath(), LARGE);
            use.with(file);
        } finally {
            Files.delete(file.toPath());
        }
    }

    private static byte[] read(File answer) throws IOException {
        try {
            return Files.readAllBytes(answer.toPath());
        } finally {
            Files.delete(answer.toPath());
        }
    }

    private static byte[] all(InputStream answer) throws IOException {
        try (answer) {
            return answer.readAllBytes();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + i / 256);
        }
        return bytes;
    }
}
