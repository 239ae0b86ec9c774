package dev.tollgate.it.payara;

import dev.tollgate.it.elsewhere.Server;
import dev.tollgate.it.elsewhere.Wars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Payara Micro with both applications. */
final class Payara {

    private static final String LOOPBACK = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=127.0.0.1\n";

    private Payara() {}

    /** A server whose applications call {@code service}. */
    static Server start(URI service) {
        Path folder = Path.of(System.getProperty("server.folder"));
        int port = Server.freePort();
        try {
            Path applications = Files.createDirectories(folder.resolve("applications"));
            Path commands = Files.writeString(folder.resolve("commands"), LOOPBACK);
            return Server.start(
                    port,
                    Map.of(),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-jar",
                    System.getProperty("server.jar"),
                    "--nocluster",
                    "--port",
                    String.valueOf(port),
                    "--prebootcommandfile",
                    commands.toString(),
                    "--rootdir",
                    folder.resolve("server").toString(),
                    "--deploy",
                    Wars.plain(applications, service).toString(),
                    "--deploy",
                    Wars.realm(applications, service).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
