package dev.tollgate.rest.realm;

import java.util.List;
import java.util.stream.Stream;

/** Client interfaces that only configuration names: generated ones that bear no annotation and are built, never injected. */
final class NamedClients {

    private NamedClients() {}

    static List<Class<?>> of(RealmSettings realm) {
        return realm.clients().stream().flatMap(NamedClients::load).toList();
    }

    /** Nothing for config keys and misspelt names. */
    private static Stream<Class<?>> load(String name) {
        try {
            Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            return type.isInterface() ? Stream.of(type) : Stream.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.empty();
        }
    }
}
