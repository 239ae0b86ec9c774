package dev.tollgate.it.liberty;

import dev.tollgate.it.elsewhere.Server;
import dev.tollgate.it.elsewhere.Wars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Open Liberty with both applications. */
final class Liberty {

    private static final String SERVER = "defaultServer";

    private Liberty() {}

    /** A server whose applications call {@code service}. */
    static Server start(URI service) {
        Path folder = Path.of(System.getProperty("server.user"));
        Path home = Path.of(System.getProperty("server.home"));
        int port = Server.freePort();
        configure(folder.resolve("servers").resolve(SERVER), service);
        return Server.start(
                port,
                Map.of("WLP_USER_DIR", folder.toString()),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "@" + home.resolve("lib/platform/java/java9.options"),
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                SERVER,
                "--",
                "--server.port=" + port);
    }

    private static void configure(Path server, URI service) {
        try (InputStream configuration = Liberty.class.getResourceAsStream("/server.xml")) {
            Path applications = Files.createDirectories(server.resolve("apps"));
            Files.copy(configuration, server.resolve("server.xml"), StandardCopyOption.REPLACE_EXISTING);
            Wars.plain(applications, service);
            Wars.realm(applications, service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
