package dev.tollgate.it.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.MatrixScenario;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Recorded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a client of Quarkus can return and send, from wherever a subclass makes the calls. */
abstract class VertxMatrix extends MatrixScenario {

    private static final String CONTENT = "0123456789abcdef".repeat(8192);
    /** One character more than the scenarios' {@code replay-body-limit}. */
    private static final String TOO_LARGE = "x".repeat(64 * 1024 + 1);

    private VertxClient client;
    private Path folder;

    /** The client, injected or built. */
    protected abstract VertxClient client();

    /** What {@code call} returns where this matrix makes its calls. */
    protected abstract <T> T now(Callable<T> call) throws Exception;

    /** What {@code call} brings where this matrix makes its calls. */
    protected abstract <T> T later(Supplier<Uni<T>> call) throws Exception;

    @BeforeEach
    void choose(@TempDir Path temporary) {
        client = client();
        folder = temporary;
    }

    @Test
    void restResponse() throws Exception {
        assertIsReplayed(replayed(() -> now(client::restResponse)));
    }

    @Test
    void restResponseLater() throws Exception {
        assertIsReplayed(replayed(() -> later(client::restResponseLater)));
    }

    @Test
    void restResponseOnce() throws Exception {
        assertIsReplayed(replayed(() -> later(() -> Uni.createFrom().completionStage(client.restResponseOnce()))));
    }

    @Test
    void responseLater() throws Exception {
        try (Response response = replayed(() -> later(client::responseLater))) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(String.class)).contains("\"generation\":1");
        }
    }

    @Test
    void objectLater() throws Exception {
        assertThat(replayed(() -> later(client::objectLater)).getInt("generation"))
                .isEqualTo(1);
    }

    @Test
    void nothingLater() throws Exception {
        assertThat(replayed(() -> later(client::nothingLater))).isNull();
    }

    @Test
    void bytesLater() throws Exception {
        serve(CONTENT);

        assertThat(replayed(() -> later(client::bytesLater))).isEqualTo(CONTENT.getBytes(UTF_8));
    }

    @Test
    void bufferOfAnAnswer() throws Exception {
        serve(CONTENT);

        assertThat(replayed(() -> now(client::buffer))).isEqualTo(Buffer.buffer(CONTENT));
    }

    @Test
    void bufferOfAnAnswerLater() throws Exception {
        serve(CONTENT);

        assertThat(replayed(() -> later(client::bufferLater))).isEqualTo(Buffer.buffer(CONTENT));
    }

    @Test
    void file() throws Exception {
        serve(CONTENT);

        assertIsTheOnlyDownload(() -> replayed(() -> now(client::file)));
    }

    @Test
    void path() throws Exception {
        serve(CONTENT);

        assertIsTheOnlyDownload(() -> replayed(() -> now(client::path)).toFile());
    }

    @Test
    void fileLater() throws Exception {
        serve(CONTENT);

        assertIsTheOnlyDownload(() -> replayed(() -> later(client::fileLater)));
    }

    @Test
    void events() throws Exception {
        server.resources()
                .serve(
                        "/api/vertx",
                        Answer.status(200).body(MediaType.SERVER_SENT_EVENTS, "data: one\n\ndata: two\n\n"));

        assertThat(replayed(() -> later(() -> client.events().collect().asList())))
                .containsExactly("one", "two");
    }

    @Test
    void buffer() throws Exception {
        assertSentTwice(() -> now(() -> client.send(Buffer.buffer(CONTENT))));
    }

    @Test
    void bufferLater() throws Exception {
        assertSentTwice(() -> later(() -> client.sendLater(Buffer.buffer(CONTENT))));
    }

    @Test
    void upload() throws Exception {
        assertSentTwice(() -> now(() -> client.send(upload(CONTENT).toPath())));
    }

    @Test
    void uploadLater() throws Exception {
        assertSentTwice(() -> later(() -> client.sendLater(upload(CONTENT))));
    }

    @Test
    void form() throws Exception {
        assertThat(replayed(() -> now(() -> client.form("a", "ä"))).getString("body"))
                .isEqualTo("name=a&text=%C3%A4");
    }

    @Test
    void parts() throws Exception {
        assertPartsAreSentTwice(() -> now(() -> client.parts("a", upload(CONTENT))));
    }

    @Test
    void partsLater() throws Exception {
        assertPartsAreSentTwice(() -> later(() -> client.partsLater("a", upload(CONTENT))));
    }

    @Test
    void streamThatIsTooLargeIsHandedOver() {
        assertHandedOver(() -> later(() -> client.streamLater(new ByteArrayInputStream(TOO_LARGE.getBytes(UTF_8)))));
        assertThat(sent()).singleElement().extracting(Recorded::body).isEqualTo(TOO_LARGE);
    }

    @Test
    void chunksAreHandedOver() {
        assertHandedOver(() -> now(() -> client.chunks(chunks())));
        assertThat(sent()).singleElement().extracting(Recorded::body).isEqualTo("onetwo");
    }

    @Test
    void chunksLaterAreHandedOver() {
        assertHandedOver(() -> later(() -> client.chunksLater(chunks())));
        assertThat(sent()).singleElement().extracting(Recorded::body).isEqualTo("onetwo");
    }

    @Test
    void partsWithAStreamAreHandedOver() {
        assertHandedOver(() ->
                later(() -> client.streamedParts("a", Multi.createFrom().items((byte) 'o', (byte) 'n', (byte) 'e'))));
        assertThat(sent()).singleElement().extracting(Recorded::body).asString().contains("one");
    }

    private static Multi<io.vertx.mutiny.core.buffer.Buffer> chunks() {
        return Multi.createFrom().items("one", "two").map(io.vertx.mutiny.core.buffer.Buffer::buffer);
    }

    private static void assertIsReplayed(RestResponse<JsonObject> response) {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getEntity().getInt("generation")).isEqualTo(1);
    }

    private void assertSentTwice(Callable<JsonObject> call) throws Exception {
        assertThat(replayed(call).getString("body")).isEqualTo(CONTENT);
    }

    /** Each send has a boundary of its own. */
    private void assertPartsAreSentTwice(Callable<JsonObject> call) throws Exception {
        server.tokens().revokeAccessTokens();

        assertThat(call.call().getInt("generation")).isEqualTo(1);

        assertThat(sent()).hasSize(2).allSatisfy(sent -> assertThat(sent.body()).contains("name=\"name\"", CONTENT));
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    /** The client has written the first answer to a file too. */
    private static void assertIsTheOnlyDownload(Callable<File> call) throws Exception {
        long before = downloads();

        File file = call.call();

        assertThat(file).hasContent(CONTENT);
        assertThat(downloads()).as("files of downloads").isEqualTo(before + 1);
        Files.delete(file.toPath());
    }

    private static long downloads() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rest-client"))
                    .count();
        }
    }

    private void assertHandedOver(Callable<JsonObject> call) {
        server.tokens().revokeAccessTokens();

        assertThat(catchThrowable(call::call)).satisfies(MatrixScenario::isUnauthorized);
        // ends the refresh that the refusal has started in the background
        shop.orders();
    }

    private List<Recorded> sent() {
        return server.requests().to("/api/vertx");
    }

    private File upload(String content) {
        try {
            return Files.writeString(folder.resolve("upload"), content).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String text) {
        server.resources().serve("/api/vertx", Answer.status(200).body("application/octet-stream", text));
    }
}
