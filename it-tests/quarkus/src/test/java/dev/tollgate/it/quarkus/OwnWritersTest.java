package dev.tollgate.it.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.MatrixScenario;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** What the application has a hand in writing is sent again byte for byte, from a copy. */
@QuarkusTest
class OwnWritersTest extends MatrixScenario {

    /** Rows that come from a cursor. */
    public record Rows(Iterator<String> rows) {}

    /** Its iterator can be read once, and nobody sees that from outside. */
    public static final class Listing {
        private final Iterator<String> rows = List.of("one", "two").iterator();

        public List<String> getRows() {
            List<String> left = new ArrayList<>();
            rows.forEachRemaining(left::add);
            return left;
        }
    }

    /** Is another one each time. */
    public static final class Stamped {
        private static final AtomicInteger COUNT = new AtomicInteger();

        public int getNumber() {
            return COUNT.incrementAndGet();
        }
    }

    @TokenRealm("shop")
    @Path("api/written")
    public interface Client {

        @POST
        @Consumes(MediaType.TEXT_PLAIN)
        JsonObject rows(Rows rows);

        @POST
        @Consumes(MediaType.TEXT_PLAIN)
        JsonObject text(String text);

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        JsonObject listing(Listing listing);

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        JsonObject stamped(Stamped stamped);
    }

    @Test
    void rowsOfAnIterator() throws Exception {
        Client client = builder().register(RowsWriter.class).build(Client.class);

        assertThat(replayed(() -> client.rows(new Rows(List.of("one", "two").iterator())))
                        .getString("body"))
                .isEqualTo("one;two;");
        assertThat(server.requests().to("/api/written"))
                .allSatisfy(sent -> assertThat(sent.header("X-Rows")).hasValue("2"));
    }

    @Test
    void entityThatAFilterHasPutThere() throws Exception {
        Client client = builder()
                .register(RowsWriter.class)
                .register((ClientRequestFilter) request -> request.setEntity(
                        new Rows(List.of("three").iterator()), new Annotation[0], MediaType.TEXT_PLAIN_TYPE))
                .build(Client.class);

        assertThat(replayed(() -> client.text("replaced")).getString("body")).isEqualTo("three;");
    }

    @Test
    void textThatAnInterceptorMarks() throws Exception {
        Client client = builder().register(new Marking()).build(Client.class);

        assertThat(replayed(() -> client.text("text")).getString("body")).isEqualTo("1:text");
    }

    @Test
    void objectWithAnIterator() throws Exception {
        Client client = builder().build(Client.class);

        assertThat(replayed(() -> client.listing(new Listing())).getString("body"))
                .contains("one", "two");
    }

    @Test
    void objectThatIsAnotherOneEachTime() throws Exception {
        Client client = builder().build(Client.class);

        replayed(() -> client.stamped(new Stamped()));
    }

    private RestClientBuilder builder() {
        return RestClientBuilder.newBuilder().baseUri(server.uri());
    }

    /** Says in a header how many rows there were. */
    public static class RowsWriter implements MessageBodyWriter<Rows> {

        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == Rows.class;
        }

        @Override
        public void writeTo(
                Rows rows,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            int count = 0;
            while (rows.rows().hasNext()) {
                out.write((rows.rows().next() + ";").getBytes(UTF_8));
                count++;
            }
            headers.putSingle("X-Rows", String.valueOf(count));
        }
    }

    /** Numbers what it sees. */
    public static class Marking implements WriterInterceptor {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
            context.getOutputStream().write((count.incrementAndGet() + ":").getBytes(UTF_8));
            context.proceed();
        }
    }
}
