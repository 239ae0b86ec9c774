package dev.tollgate.it.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** A file of properties beside the suite. */
final class Resource {

    private Resource() {}

    static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream file = Resource.class.getResourceAsStream("/" + name)) {
            properties.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
