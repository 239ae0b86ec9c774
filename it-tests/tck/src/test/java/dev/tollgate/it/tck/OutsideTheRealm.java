package dev.tollgate.it.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The clients that can not get tokens, test class by test class; the file says why. */
record OutsideTheRealm(Properties clients) {

    static OutsideTheRealm read() {
        Properties clients = new Properties();
        try (InputStream file = OutsideTheRealm.class.getResourceAsStream("/outside-the-realm.properties")) {
            clients.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OutsideTheRealm(clients);
    }

    /** The test classes that have such clients. */
    Set<String> tests() {
        return clients.stringPropertyNames();
    }

    boolean contains(Class<?> test, Class<?> client) {
        return List.of(clients.getProperty(test.getSimpleName(), "").split(",")).contains(client.getSimpleName());
    }
}
