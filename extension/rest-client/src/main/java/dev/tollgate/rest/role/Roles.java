package dev.tollgate.rest.role;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads roles from annotations: the method's own, else the interface's, else a call is authenticated. */
public final class Roles {

    private Roles() {}

    /**
     * The role of {@code method} when it is called on {@code client}.
     *
     * @throws IllegalArgumentException if it is marked with more than one role
     */
    public static Role of(Method method, Class<?> client) {
        return marked(method)
                .or(() -> marked(client))
                .or(() -> marked(method.getDeclaringClass()))
                .orElse(Role.AUTHENTICATED);
    }

    private static Optional<Role> marked(AnnotatedElement element) {
        Set<Role> roles = new TreeSet<>();
        collect(element, roles, new HashSet<>());
        if (roles.size() > 1) {
            throw new IllegalArgumentException(element + " has more than one role: " + roles);
        }
        return roles.stream().findFirst();
    }

    /** An annotation that carries a role's annotation has that role; annotations may carry each other in circles. */
    private static void collect(AnnotatedElement element, Set<Role> roles, Set<Class<?>> seen) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (seen.add(type)) {
                Role.of(type).ifPresentOrElse(roles::add, () -> collect(type, roles, seen));
            }
        }
    }
}
