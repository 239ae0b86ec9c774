package dev.tollgate.it.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.MatrixScenario;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Hold;
import dev.tollgate.testkit.Recorded;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of every make, those among them that are not the same when they are read or written again. */
@QuarkusTest
class ManyBodiesTest extends MatrixScenario {

    /** More than the {@code replay-body-limit} of the realm. */
    private static final int TOO_MANY = 64 * 1024 + 1;

    @TokenRealm("shop")
    @Path("api/written")
    @Consumes(MediaType.APPLICATION_JSON)
    public interface Client {

        @POST
        JsonObject rows(List<Row> rows);

        @POST
        JsonObject counted(Counted counted);

        @POST
        JsonObject computed(Computed computed);

        @POST
        JsonObject maybe(Optional<Row> row);

        @POST
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        JsonObject form(
                @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) File file,
                @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) java.nio.file.Path path,
                @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) byte[] bytes,
                @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) Buffer buffer,
                @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) InputStream stream,
                @RestForm @PartType(MediaType.APPLICATION_JSON) Counted counted);

        @POST
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        Uni<JsonObject> partsLater(
                @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) File file,
                @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) Buffer buffer);

        @POST
        JsonObject stream(Stream<Row> rows);

        @POST
        Uni<JsonObject> rowsPromised(List<Row> rows);

        @POST
        @Consumes(MediaType.TEXT_PLAIN)
        JsonObject reader(Reader reader);

        @POST
        CompletionStage<JsonObject> rowsLater(List<Row> rows);

        @POST
        @Consumes(MediaType.TEXT_PLAIN)
        CompletionStage<JsonObject> bytesLater(byte[] bytes);

        @POST
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        CompletionStage<JsonObject> formLater(Form form);
    }

    public record Row(String item, int count) {}

    /** How often it has been read shows. */
    public static final class Counted {
        private final AtomicInteger times = new AtomicInteger();

        public int getTimes() {
            return times.incrementAndGet();
        }
    }

    /** Read from what brings something else each time. */
    public static final class Computed {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private final transient Supplier<Integer> number = COUNT::incrementAndGet;

        public int getNumber() {
            return number.get();
        }
    }

    /** Can be read once from its beginning to its end. */
    private static final class Cursor extends AbstractList<Row> {
        private final Iterator<Integer> numbers = IntStream.range(0, 1000).iterator();

        @Override
        public Row get(int index) {
            return new Row("row", numbers.next());
        }

        @Override
        public int size() {
            return 3;
        }
    }

    private final Client client =
            RestClientBuilder.newBuilder().baseUri(server.uri()).build(Client.class);

    @Test
    void listOfACursor() throws Exception {
        assertThat(replayed(() -> client.rows(new Cursor())).getString("body")).contains("row");
    }

    @Test
    void objectThatCountsHowOftenItIsRead() throws Exception {
        assertThat(replayed(() -> client.counted(new Counted())).getString("body"))
                .isEqualTo("{\"times\":1}");
    }

    @Test
    void objectThatIsReadFromASupplier() throws Exception {
        replayed(() -> client.computed(new Computed()));
    }

    @Test
    void optional() throws Exception {
        assertThat(replayed(() -> client.maybe(Optional.of(new Row("one", 1)))).getString("body"))
                .contains("one");
    }

    @Test
    void reader() throws Exception {
        assertThat(replayed(() -> client.reader(new StringReader("read"))).getString("body"))
                .isEqualTo("read");
    }

    @Test
    void partsOfEveryMake(@TempDir java.nio.file.Path folder) throws Exception {
        java.nio.file.Path file = Files.writeString(folder.resolve("upload"), "first");

        assertThat(replayedForm(() -> client.form(
                        file.toFile(),
                        file,
                        "second".getBytes(UTF_8),
                        Buffer.buffer("third"),
                        new ByteArrayInputStream("fourth".getBytes(UTF_8)),
                        new Counted())))
                .contains("first", "second", "third", "fourth", "{\"times\":1}");
    }

    /** All but the boundary is the same. */
    private String replayedForm(Callable<JsonObject> call) throws Exception {
        server.tokens().revokeAccessTokens();
        call.call();
        List<String> sent = server.requests().to("/api/written").stream()
                .map(request -> request.body().replace(boundaryOf(request), "boundary"))
                .toList();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        return sent.get(1);
    }

    private static String boundaryOf(Recorded sent) {
        return String.valueOf(MediaType.valueOf(sent.header("Content-Type").orElseThrow())
                .getParameters()
                .get("boundary"));
    }

    @Test
    void formWithAFileThatIsWrittenToMeanwhileIsNotSentAgain(@TempDir java.nio.file.Path folder) throws Exception {
        java.nio.file.Path file = Files.writeString(folder.resolve("upload"), "before");

        assertFormIsNotSentAgain(file, Buffer.buffer("x"), () -> Files.writeString(file, "and after"));
    }

    @Test
    void formWithABufferThatIsChangedMeanwhileIsNotSentAgain(@TempDir java.nio.file.Path folder) throws Exception {
        Buffer buffer = Buffer.buffer("before");

        assertFormIsNotSentAgain(
                Files.writeString(folder.resolve("upload"), "file"), buffer, () -> buffer.setString(0, "after!"));
    }

    private void assertFormIsNotSentAgain(java.nio.file.Path file, Buffer buffer, Callable<?> change) throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold answers = server.hold("/api/written")) {
            CompletionStage<JsonObject> later =
                    client.partsLater(file.toFile(), buffer).subscribeAsCompletionStage();
            answers.awaitArrivals(1);
            change.call();
            answers.release();
            assertThat(catchThrowable(() -> later.toCompletableFuture().get(10, SECONDS)))
                    .cause()
                    .satisfies(ShopScenario::isUnauthorized);
        }
        assertThat(server.requests().count("/api/written")).isOne();
        shop.orders(); // ends the refresh that the refusal has started in the background
    }

    @Test
    void streamOfObjects() throws Exception {
        assertThat(replayed(() -> client.stream(Stream.of(new Row("one", 1)))).getString("body"))
                .isEqualTo("[{\"item\":\"one\",\"count\":1}]");
    }

    @Test
    void listOfAPromisedCallThatItsCallerChangesMeanwhile() throws Exception {
        List<Row> rows = new ArrayList<>(List.of(new Row("one", 1)));

        assertSentAsItWas(() -> client.rowsPromised(rows).subscribeAsCompletionStage(), rows::clear, "one");
    }

    @Test
    void listThatItsCallerChangesMeanwhile() throws Exception {
        List<Row> rows = new ArrayList<>(List.of(new Row("one", 1)));

        assertSentAsItWas(() -> client.rowsLater(rows), rows::clear, "one");
    }

    @Test
    void bytesThatTheirCallerChangesMeanwhile() throws Exception {
        byte[] bytes = "before".getBytes(UTF_8);

        assertSentAsItWas(() -> client.bytesLater(bytes), () -> Arrays.fill(bytes, (byte) 'x'), "before");
    }

    @Test
    void formThatItsCallerChangesMeanwhile() throws Exception {
        Form form = new Form("item", "one");

        assertSentAsItWas(() -> client.formLater(form), () -> form.param("item", "two"), "item=one");
    }

    @Test
    void largeBytesThatTheirCallerLeavesAlone() throws Exception {
        byte[] bytes = tooManyForACopy();

        JsonObject answer =
                replayed(() -> client.bytesLater(bytes).toCompletableFuture().get(10, SECONDS));

        assertThat(answer.getString("body")).hasSize(TOO_MANY);
    }

    @Test
    void largeBytesThatTheirCallerChangesAreNotSentAgain() throws Exception {
        byte[] bytes = tooManyForACopy();
        server.tokens().revokeAccessTokens();
        try (Hold answers = server.hold("/api/written")) {
            CompletionStage<JsonObject> later = client.bytesLater(bytes);
            answers.awaitArrivals(1);
            bytes[TOO_MANY / 2] = 'y';
            answers.release();

            Throwable failure = catchThrowable(() -> later.toCompletableFuture().get(10, SECONDS));
            assertThat(failure.getCause()).satisfies(ShopScenario::isUnauthorized);
        }
        assertThat(server.requests().count("/api/written")).isOne();
        shop.orders(); // ends the refresh that the refusal has started in the background
    }

    private static byte[] tooManyForACopy() {
        byte[] bytes = new byte[TOO_MANY];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    /** What the call has sent is changed before the server answers it. */
    private void assertSentAsItWas(Supplier<CompletionStage<JsonObject>> call, Runnable change, String content)
            throws Exception {
        assertThat(replayed(() -> changedMeanwhile(call, change)).getString("body"))
                .contains(content);
    }

    private JsonObject changedMeanwhile(Supplier<CompletionStage<JsonObject>> call, Runnable change) throws Exception {
        try (Hold answers = server.hold("/api/written")) {
            CompletionStage<JsonObject> later = call.get();
            answers.awaitArrivals(1);
            change.run();
            answers.release();
            return later.toCompletableFuture().get(10, SECONDS);
        }
    }
}
