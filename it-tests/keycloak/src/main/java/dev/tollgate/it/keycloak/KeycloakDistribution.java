package dev.tollgate.it.keycloak;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The unpacked distribution: built once, started as often as need be. */
record KeycloakDistribution(Path home) {

    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(5);

    /** Health answers on the main port, so that there is no management port (9000) to collide with. */
    private static final List<String> BUILD =
            List.of("build", "--db=dev-file", "--health-enabled=true", "--http-management-health-enabled=false");

    private static final List<String> START = List.of(
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            // the readiness polls would fill the log
            "--log-level=info,io.smallrye.health:warn");

    private static final Map<String, String> SMALL_AND_QUICK = Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
            "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");

    /** Where the build of this module has put it. */
    static KeycloakDistribution unpacked() {
        String home = System.getProperty("keycloak.home");
        if (home == null) {
            throw new IllegalStateException("set -Dkeycloak.home to the unpacked Keycloak, as Maven's failsafe does");
        }
        return new KeycloakDistribution(Path.of(home));
    }

    LogFile log() {
        return new LogFile(home.resolveSibling("keycloak.log"));
    }

    /** Does {@code kc.sh build}, unless the same build has been done before. */
    void build() throws IOException {
        Path marker = home.resolve(".built");
        String wanted = String.join(" ", BUILD);
        if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
            return;
        }
        runBuild(new LogFile(home.resolveSibling("keycloak-build.log")));
        Files.writeString(marker, wanted);
    }

    /** The database is a file, so that sessions survive a stop; they shall not survive the tests. */
    void forgetEarlierRuns() throws IOException {
        Path data = home.resolve("data/h2");
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.list(data)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void runBuild(LogFile log) throws IOException {
        try (ProcessTree build = ProcessTree.start(kc(BUILD, log))) {
            if (!build.endsWithin(BUILD_PATIENCE)) {
                throw log.error("kc.sh build is not done after " + BUILD_PATIENCE);
            }
            if (build.exitCode() != 0) {
                throw log.error("kc.sh build failed with " + build.exitCode());
            }
        }
    }

    /** Lays out a realm for {@code --import-realm}, which insists on a file named after the realm. */
    void provide(String realm, String resource) throws IOException {
        Path folder = Files.createDirectories(home.resolve("data/import"));
        try (InputStream json = KeycloakDistribution.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new FileNotFoundException(resource);
            }
            Files.copy(json, folder.resolve(realm + "-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Starts the server; the host name is pinned so that tokens have one issuer, whichever way requests come. */
    ProcessTree start(int port, KeycloakAdmin.Account admin) throws IOException {
        List<String> arguments = new ArrayList<>(START);
        arguments.add("--http-port=" + port);
        arguments.add("--hostname=http://127.0.0.1:" + port);
        ProcessBuilder kc = kc(arguments, log());
        kc.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", admin.username());
        kc.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", admin.password());
        return ProcessTree.start(kc);
    }

    private ProcessBuilder kc(List<String> arguments, LogFile log) {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, home.resolve("bin/kc.sh").toString());
        ProcessBuilder kc = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.path().toFile());
        kc.environment().putAll(SMALL_AND_QUICK);
        return kc;
    }
}
