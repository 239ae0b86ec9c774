package dev.tollgate.it.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DemoTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @Test
    void noCallFailsWhileTokensExpireAndAreRevoked() throws Exception {
        int exitCode = Demo.run(out, "--seconds", "4", "--callers", "8");

        String table = printed.toString(UTF_8);
        assertThat(exitCode).as(table).isZero();
        assertThat(table).containsPattern("failures +0 ").containsPattern("refresh tokens used twice +0 ");
        assertThat(table).containsPattern("401s seen by the server +[1-9]").containsPattern("refreshes +[1-9]");
        assertThat(table)
                .as("beside it what a hand-written filter does")
                .containsPattern("Tollgate +hand-written\n")
                .containsPattern("failures +0 +[1-9]\\d*\n")
                .containsPattern("refresh tokens used twice +0 +[1-9]");
    }

    @Test
    void authorizationServerMayBeThereAlready() throws Exception {
        try (FakeServer server = Servers.open()) {
            server.tokens().requireClient("demo", "demo secret");
            server.faults()
                    .always(
                            "/.well-known/openid-configuration",
                            Answer.status(200)
                                    .body(
                                            "application/json",
                                            "{\"issuer\":\"" + server.uri() + "\",\"token_endpoint\":\""
                                                    + server.uri("/token") + "\"}"));

            int exitCode = Demo.run(
                    out,
                    "--seconds",
                    "4",
                    "--callers",
                    "8",
                    "--issuer",
                    server.uri().toString(),
                    "--client-id",
                    "demo",
                    "--client-secret",
                    "demo secret");

            String table = printed.toString(UTF_8);
            assertThat(exitCode).as(table).isZero();
            assertThat(table).containsPattern("failures +0\n").containsPattern("access tokens +[2-9]\n");
            assertThat(server.tokens().clientCredentials()).isBetween(2, 9);
            assertThat(server.requests().count("/token"))
                    .isEqualTo(server.tokens().clientCredentials());
        }
    }

    @Test
    void serverThatRefusesFailsTheDemo() throws Exception {
        try (FakeServer server = Servers.open()) {
            server.faults().always("/.well-known", Answer.status(500));

            assertThat(Demo.run(
                            out,
                            "--seconds",
                            "1",
                            "--callers",
                            "2",
                            "--issuer",
                            server.uri().toString(),
                            "--client-id",
                            "demo",
                            "--client-secret",
                            "demo secret"))
                    .isEqualTo(1);
            assertThat(printed.toString(UTF_8))
                    .contains("FAILED: dev.tollgate.rest.TokenUnavailableException")
                    .doesNotContain("demo secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seconds",
                "--seconds 0",
                "--colour red",
                "--callers many",
                "--callers 1 --x",
                "--issuer http://localhost"
            })
    void argumentsThatMakeNoSenseAreRefused(String arguments) throws Exception {
        assertThat(Demo.run(out, arguments.split(" "))).isEqualTo(2);
        assertThat(printed.toString(UTF_8)).isEqualTo(Options.USAGE + System.lineSeparator());
    }
}
