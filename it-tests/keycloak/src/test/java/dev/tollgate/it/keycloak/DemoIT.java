package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo of the README, pointed at a Keycloak that is there already; in a JVM of its own, as its user has it. */
@Timeout(90)
@ExtendWith(KeycloakExtension.class)
class DemoIT {

    private static final int SECONDS = 15;
    private static final Path PRINTED = Path.of("target/demo.log");

    private final KeycloakServer keycloak;
    private final KeycloakAdmin admin;

    DemoIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        admin = keycloak.admin();
    }

    @Test
    void noCallOfTheDemoFailsWhileTheTokensOfKeycloakExpire() throws Exception {
        admin.clearEvents();

        int exitCode = demo(SECONDS, "orders-secret");

        String table = Files.readString(PRINTED);
        System.out.println(table);
        assertThat(exitCode).as(table).isZero();
        assertThat(table).containsPattern("failures +0\n").containsPattern("access tokens +[3-9]\n");
        assertThat(admin.count("CLIENT_LOGIN", "orders")).isBetween(3, SECONDS);
    }

    @Test
    void demoFailsWhereKeycloakRefuses() throws Exception {
        assertThat(demo(1, "wrong")).isEqualTo(1);
        assertThat(PRINTED).content().contains("FAILED: ").contains("401 unauthorized_client");
    }

    private int demo(int seconds, String secret) throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        classPath(),
                        "dev.tollgate.it.demo.Demo",
                        "--seconds",
                        String.valueOf(seconds),
                        "--issuer",
                        keycloak.issuer(),
                        "--client-id",
                        "orders",
                        "--client-secret",
                        secret)
                .redirectErrorStream(true)
                .redirectOutput(PRINTED.toFile())
                .start();
        try {
            return demo.waitFor();
        } finally {
            demo.destroyForcibly();
        }
    }

    /** The demo's own classes instead of these tests, which are an application too. */
    private static String classPath() {
        Stream<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"));
        return Stream.concat(Stream.of(System.getProperty("demo.classes")), libraries)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
