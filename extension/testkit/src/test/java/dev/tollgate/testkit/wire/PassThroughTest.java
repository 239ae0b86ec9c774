package dev.tollgate.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServerExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(20)
class PassThroughTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    @AutoClose
    private final FaultProxy proxy = FaultProxy.to(server.uri());

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void requestsAndAnswersGetThroughAsTheyAre() throws Exception {
        HttpResponse<String> answer = send(request("/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"alice\",\"password\":\"alice\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(server.tokens().currentAccessToken());
        assertThat(proxy.traffic().arrived()).containsExactly("POST /login HTTP/1.1");
        assertThat(proxy.traffic().delivered()).containsExactly("POST /login HTTP/1.1");
    }

    @Test
    void bodiesInChunksGetThrough() throws Exception {
        String body = "0123456789".repeat(5000);

        HttpResponse<String> answer =
                send(request("/public/upload").POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.requests().to("/public/upload"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("Transfer-Encoding")).hasValue("chunked"))
                .satisfies(request -> assertThat(request.body()).isEqualTo(body));
    }

    @Test
    void whoAsksBeforeSendingABodyIsToldToGoOn() throws Exception {
        HttpResponse<String> answer =
                send(request("/public/upload").expectContinue(true).POST(BodyPublishers.ofString("the body")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.requests().to("/public/upload"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("the body"));
    }

    @Test
    void answersWithoutABodyGetThrough() throws Exception {
        server.faults().next("/public", Answer.status(204)).next("/public", Answer.status(304));

        assertThat(send(request("/public")).statusCode()).isEqualTo(204);
        assertThat(send(request("/public")).statusCode()).isEqualTo(304);
        assertThat(send(request("/public").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(proxy.traffic().connections()).isEqualTo(1);
    }

    @Test
    void answerThatEndsWithItsConnectionGetsThrough() throws Exception {
        try (RawClient client = new RawClient(proxy.uri())) {
            client.send("GET /public/catalog HTTP/1.0\r\n\r\n");

            assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 200 ").contains("\"path\":\"/public/catalog\"");
        }
    }

    @Test
    void oneConnectionCarriesManyRequests() throws Exception {
        for (int call = 0; call < 5; call++) {
            assertThat(send(request("/public/" + call)).statusCode()).isEqualTo(200);
        }

        assertThat(proxy.traffic().connections()).isEqualTo(1);
        assertThat(proxy.traffic().open()).isEqualTo(1);
        assertThat(proxy.traffic().onReusedConnections()).isEqualTo(4);
    }

    @Test
    void brokenRequestIsNotPassedOn() throws Exception {
        try (RawClient client = new RawClient(proxy.uri())) {
            client.send("POST /public HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n");

            assertThat(client.readToTheEnd()).isEmpty();
        }
        assertThat(proxy.traffic().delivered()).isEqualTo(List.of());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(proxy.uri(path));
    }
}
