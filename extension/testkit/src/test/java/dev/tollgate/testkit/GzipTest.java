package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GzipTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    private final Browser browser = new Browser(server.server());

    @Test
    void compressedBodyIsRecordedAndEchoedAsItWasMeant() throws Exception {
        HttpResponse<String> answer = browser.send(browser.request("/public/x")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compress("hello"))));

        assertThat(answer.body()).contains("\"body\":\"hello\"");
        assertThat(server.requests().to("/public")).extracting(Recorded::body).containsExactly("hello");
    }

    @Test
    void answerIsCompressedForWhoAcceptsIt() throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        browser.request("/api/x")
                                .header("Accept-Encoding", "deflate, GZIP")
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(decompress(answer.body())).isEqualTo("{\"error\":\"invalid_token\"}");
    }

    @Test
    void answerWithoutABodyIsNotCompressed() throws Exception {
        HttpResponse<String> answer =
                browser.send(browser.request("/public/x?answer=empty").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void answerIsNotCompressedForOthers() throws Exception {
        assertThat(browser.get("/public/x").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    private static byte[] compress(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return compressed.toByteArray();
    }

    private static String decompress(byte[] compressed) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(plain.readAllBytes(), UTF_8);
        }
    }
}
