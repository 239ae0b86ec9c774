package dev.tollgate.it.tck;

import java.util.List;
import java.util.Properties;
import java.util.Set;

/** The clients that can not get tokens, test class by test class; the file says why. */
record OutsideTheRealm(Properties clients) {

    static OutsideTheRealm read() {
        return new OutsideTheRealm(Resource.read("outside-the-realm.properties"));
    }

    /** The test classes that have such clients. */
    Set<String> tests() {
        return clients.stringPropertyNames();
    }

    boolean contains(Class<?> test, Class<?> client) {
        return List.of(clients.getProperty(test.getSimpleName(), "").split(",")).contains(client.getSimpleName());
    }
}
