package dev.tollgate.rest.realm;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The interfaces of sub-resources (Jakarta REST section 3.4.1): a method with a path and without an HTTP method returns a
 * client of its own, whose calls belong to where it came from.
 */
public final class SubResources {

    private SubResources() {}

    /** All that can be reached from {@code client}, itself not included. */
    public static Set<Class<?>> of(Class<?> client) {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(client, found);
        found.remove(client);
        return found;
    }

    /** Sub-resources may lead back to where they came from. */
    private static void collect(Class<?> type, Set<Class<?>> found) {
        locators(type).map(Method::getReturnType).filter(found::add).forEach(next -> collect(next, found));
    }

    private static Stream<Method> locators(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Path.class))
                .filter(method -> method.getReturnType().isInterface() && !isHttpCall(method));
    }

    static boolean isHttpCall(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
