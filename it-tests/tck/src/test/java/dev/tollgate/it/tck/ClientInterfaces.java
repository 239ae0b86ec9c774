package dev.tollgate.it.tck;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.ArchiveAsset;

/** Finds the interfaces from which clients can be made. */
final class ClientInterfaces {

    private ClientInterfaces() {}

    /** Those in {@code archive} and in its libraries, and those that {@code test} declares itself. */
    static Set<Class<?>> of(Archive<?> archive, Class<?> test) {
        return Stream.concat(classes(archive), Arrays.stream(test.getDeclaredClasses()))
                .filter(ClientInterfaces::isOne)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName))));
    }

    private static Stream<Class<?>> classes(Archive<?> archive) {
        return Stream.concat(
                archive.getContent(Filters.include(".*\\.class")).keySet().stream()
                        .map(path -> load(path.get())),
                archive.getContent(Filters.include(".*\\.jar")).values().stream()
                        .map(Node::getAsset)
                        .filter(ArchiveAsset.class::isInstance)
                        .flatMap(library -> classes(((ArchiveAsset) library).getArchive())));
    }

    private static Class<?> load(String path) {
        String name = path.replaceFirst("^(/WEB-INF/classes)?/", "")
                .replaceFirst("\\.class$", "")
                .replace('/', '.');
        try {
            return Class.forName(name, false, ClientInterfaces.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOne(Class<?> type) {
        return type.isInterface()
                && (type.isAnnotationPresent(RegisterRestClient.class)
                        || Arrays.stream(type.getMethods())
                                .flatMap(method -> Arrays.stream(method.getAnnotations()))
                                .map(Annotation::annotationType)
                                .anyMatch(mark -> mark == Path.class || mark.isAnnotationPresent(HttpMethod.class)));
    }
}
