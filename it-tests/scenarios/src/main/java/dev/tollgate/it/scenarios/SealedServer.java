package dev.tollgate.it.scenarios;

import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A server that asks its clients for their certificates; made when the first one is to be led to it. */
final class SealedServer {

    private static final Path FOLDER = folder();

    static final SelfSigned OF_SERVER = SelfSigned.make(FOLDER.resolve("server.p12"), "server");
    static final SelfSigned OF_ORDERS = SelfSigned.make(FOLDER.resolve("orders.p12"), "orders");
    static final FakeServer SERVER = FakeServer.start(OF_SERVER.trusting(OF_ORDERS));

    private static final Properties CONFIGURATION = configuration();

    private SealedServer() {}

    static @Nullable String property(String name) {
        return CONFIGURATION.getProperty(name);
    }

    private static Properties configuration() {
        Properties properties = new Properties();
        try (InputStream written = SealedServer.class.getResourceAsStream("/mutual-tls.properties")) {
            properties.load(Objects.requireNonNull(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.setProperty("sealed.server", SERVER.uri().toString());
        properties.setProperty("sealed.folder", FOLDER.toString());
        properties.setProperty("sealed.password", SelfSigned.PASSWORD);
        return properties;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("certificates");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
