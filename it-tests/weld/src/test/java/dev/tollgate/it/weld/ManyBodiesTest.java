package dev.tollgate.it.weld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.MatrixScenario;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Hold;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.plugins.providers.multipart.MultipartFormDataOutput;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of every make, those among them that are not the same when they are read or written again. */
@ArquillianTest
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
        JsonObject form(MultipartFormDataOutput form);

        @POST
        @Consumes(MediaType.TEXT_PLAIN)
        JsonObject output(StreamingOutput output);

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

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

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
    void streamingOutputOfAnIterator() throws Exception {
        Iterator<String> lines = List.of("one", "two").iterator();

        assertThat(replayed(() -> client.output(out -> {
                            while (lines.hasNext()) {
                                out.write(lines.next().getBytes(UTF_8));
                            }
                        }))
                        .getString("body"))
                .isEqualTo("onetwo");
    }

    @Test
    void reader() throws Exception {
        assertThat(replayed(() -> client.reader(new StringReader("read"))).getString("body"))
                .isEqualTo("read");
    }

    @Test
    void partsOfFilesBytesAndStreams(@TempDir java.nio.file.Path folder) throws Exception {
        File file = Files.writeString(folder.resolve("upload"), "first").toFile();
        MultipartFormDataOutput form = new MultipartFormDataOutput();
        form.addFormData("file", file, MediaType.APPLICATION_OCTET_STREAM_TYPE, "upload");
        form.addFormData("bytes", "second".getBytes(UTF_8), MediaType.APPLICATION_OCTET_STREAM_TYPE);
        form.addFormData("stream", new ByteArrayInputStream("third".getBytes(UTF_8)), MediaType.TEXT_PLAIN_TYPE);

        assertThat(replayed(() -> client.form(form)).getString("body")).contains("first", "second", "third");
    }

    @Test
    void bodyThatIsSigned() throws Exception {
        Client signing = RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(new Signing())
                .build(Client.class);

        replayed(() -> signing.rows(List.of(new Row("one", 1))));
        assertThat(server.requests().to("/api/written"))
                .allSatisfy(sent -> assertThat(sent.body()).endsWith("#1"));
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
        JsonObject answer = replayed(() -> {
            try (Hold answers = server.hold("/api/written")) {
                CompletionStage<JsonObject> later = call.get();
                answers.awaitArrivals(1);
                change.run();
                answers.release();
                return later.toCompletableFuture().get(10, SECONDS);
            }
        });
        assertThat(answer.getString("body")).contains(content);
    }

    /** Adds how many bodies there have been, as a signature with a time in it would. */
    public static class Signing implements WriterInterceptor {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
            context.proceed();
            context.getOutputStream().write(("#" + count.incrementAndGet()).getBytes(UTF_8));
        }
    }
}
