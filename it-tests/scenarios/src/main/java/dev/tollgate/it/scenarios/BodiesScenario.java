package dev.tollgate.it.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.client.BodiesClient;
import dev.tollgate.it.scenarios.client.Order;
import dev.tollgate.testkit.Recorded;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a method sends, the server gets it again as it was, or not again at all. */
public abstract class BodiesScenario extends MatrixScenario {

    /** The scenarios' {@code replay-body-limit}. */
    private static final String AT_THE_LIMIT = "0123456789abcdef".repeat(4096);

    private static final String TOO_LARGE = AT_THE_LIMIT + ".";

    protected BodiesClient client;

    @BeforeEach
    protected void choose() {
        client = client(BodiesClient.class);
    }

    @Test
    void object() throws Exception {
        assertThat(itemIn(replayed(() -> client.order(Order.of("one"))).body)).isEqualTo("one");
    }

    @Test
    void objectLater() throws Exception {
        assertThat(itemIn(replayed(() -> get(client.orderLater(Order.of("one")))).body))
                .isEqualTo("one");
    }

    @Test
    void listOfObjects() throws Exception {
        String sent = arrived(() -> client.orders(List.of(Order.of("one"), Order.of("two"))));

        assertThat(Json.createReader(new StringReader(sent)).readArray())
                .extracting(order -> itemIn(order.toString()))
                .containsExactly("one", "two");
    }

    @Test
    void fieldsOfAForm() throws Exception {
        assertThat(arrived(() -> client.fields("ä & b", 2))).isEqualTo("item=%C3%A4+%26+b&count=2");
    }

    @Test
    void form() throws Exception {
        assertThat(arrived(() -> client.form(new Form("item", "one").param("item", "two"))))
                .isEqualTo("item=one&item=two");
    }

    @Test
    protected void partsOfStrings() throws Exception {
        assertThat(arrived(() -> client.parts(List.of(text("a", "one"), text("b", "two")))))
                .contains("name=\"a\"", "one", "name=\"b\"", "two");
    }

    @Test
    protected void partsOfStreams() throws Exception {
        assertThat(arrived(() -> client.parts(List.of(file("a", "one"), file("b", "two")))))
                .contains("filename=\"a.txt\"", "one", "filename=\"b.txt\"", "two");
    }

    @Test
    protected void partsLater() throws Exception {
        assertThat(arrived(() -> get(client.partsLater(List.of(text("a", "one"), file("b", "two"))))))
                .contains("one", "two");
    }

    @Test
    protected void partsHaveTheirBoundaryInTheHeaderOfEachSend() throws Exception {
        replayed(() -> client.parts(List.of(file("a", "one"))));

        assertThat(server.requests().to("/api")).allSatisfy(BodiesScenario::assertHasBoundaryOfHeader);
    }

    @Test
    void stream() throws Exception {
        assertThat(arrived(() -> client.stream(streamOf(AT_THE_LIMIT)))).isEqualTo(AT_THE_LIMIT);
    }

    @Test
    void streamLater() throws Exception {
        assertThat(arrived(() -> get(client.streamLater(streamOf(AT_THE_LIMIT)))))
                .isEqualTo(AT_THE_LIMIT);
    }

    @Test
    void emptyStream() throws Exception {
        assertThat(arrived(() -> client.stream(InputStream.nullInputStream()))).isEmpty();
    }

    @Test
    void reader() throws Exception {
        assertThat(arrived(() -> client.reader(new StringReader(AT_THE_LIMIT)))).isEqualTo(AT_THE_LIMIT);
    }

    @Test
    protected void streamingOutput() throws Exception {
        assertThat(arrived(() -> client.streaming(out -> out.write(AT_THE_LIMIT.getBytes(UTF_8)))))
                .isEqualTo(AT_THE_LIMIT);
    }

    @Test
    void bytes() throws Exception {
        assertThat(arrived(() -> client.bytes(TOO_LARGE.getBytes(UTF_8)))).isEqualTo(TOO_LARGE);
    }

    @Test
    void file(@TempDir Path folder) throws Exception {
        File content = Files.writeString(folder.resolve("upload"), TOO_LARGE).toFile();

        assertThat(arrived(() -> client.file(content))).isEqualTo(TOO_LARGE);
    }

    @Test
    void nothing() throws Exception {
        assertThat(arrived(() -> client.empty())).isEmpty();
    }

    @Test
    void streamThatIsTooLarge() {
        handedOver(() -> client.stream(streamOf(TOO_LARGE)));
        assertArrived(TOO_LARGE);
    }

    @Test
    void streamThatIsTooLargeLater() {
        handedOver(() -> get(client.streamLater(streamOf(TOO_LARGE))));
        assertArrived(TOO_LARGE);
    }

    @Test
    void readerThatIsTooLarge() {
        handedOver(() -> client.reader(new StringReader(TOO_LARGE)));
        assertArrived(TOO_LARGE);
    }

    @Test
    protected void streamingOutputThatIsTooLarge() {
        handedOver(() -> client.streaming(out -> out.write(TOO_LARGE.getBytes(UTF_8))));
        assertArrived(TOO_LARGE);
    }

    @Test
    protected void partsThatAreTooLarge() {
        handedOver(() -> client.parts(List.of(file("a", AT_THE_LIMIT))));
        assertArrived(AT_THE_LIMIT);
    }

    @Test
    protected void partsThatAreTooLargeLater() {
        handedOver(() -> get(client.partsLater(List.of(file("a", AT_THE_LIMIT)))));
        assertArrived(AT_THE_LIMIT);
    }

    /** What the server says has arrived at last; it has been the same both times. */
    private String arrived(Callable<JsonObject> call) throws Exception {
        return replayed(call).getString("body");
    }

    /** One library writes what is null, another does not. */
    private static String itemIn(@Nullable String json) {
        JsonObject order =
                Json.createReader(new StringReader(String.valueOf(json))).readObject();
        assertThat(order.getInt("generation")).isZero();
        return order.getString("item");
    }

    protected void handedOver(ThrowingCallable call) {
        server.tokens().revokeAccessTokens();
        assertRefused(call);
        // ends the refresh that the refusal has started in the background
        shop.orders();
    }

    private void assertArrived(String content) {
        assertThat(server.requests().to("/api/bodies"))
                .singleElement()
                .extracting(Recorded::body)
                .asString()
                .contains(content);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThat(catchThrowable(call))
                .satisfiesAnyOf(ShopScenario::isUnauthorized, failure -> isUnauthorized(failure.getCause()));
    }

    private static void assertHasBoundaryOfHeader(Recorded sent) {
        String boundary = MediaType.valueOf(sent.header("Content-Type").orElseThrow())
                .getParameters()
                .get("boundary");
        assertThat(sent.body()).startsWith("--" + boundary).contains("--" + boundary + "--");
    }

    private static EntityPart text(String name, String content) throws IOException {
        return EntityPart.withName(name)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .content(content)
                .build();
    }

    private static EntityPart file(String name, String content) throws IOException {
        return EntityPart.withFileName(name + ".txt")
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .content(streamOf(content))
                .build();
    }

    private static InputStream streamOf(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private static <T> T get(CompletionStage<T> call) throws Exception {
        return call.toCompletableFuture().get(10, SECONDS);
    }
}
