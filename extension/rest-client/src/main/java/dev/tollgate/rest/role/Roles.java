package dev.tollgate.rest.role;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.Role;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The roles of one client interface: what a method is marked with, else what configuration says of it, else what the
 * interface is marked with. Empty where nothing is said.
 */
public final class Roles {

    private static final Map<Class<? extends Annotation>, Role> MARKS = Map.of(
            Guest.class, Role.GUEST,
            Login.class, Role.LOGIN,
            Logout.class, Role.LOGOUT,
            RefreshToken.class, Role.REFRESH_TOKEN);

    private final Class<?> client;
    private final Configured configured;
    private final Class<?> root;

    /** What configuration says. */
    @FunctionalInterface
    public interface Configured {
        /** The role of {@code method} when it is called on {@code client}. */
        Optional<Role> roleOf(Class<?> client, Method method);
    }

    public Roles(Class<?> client, Configured configured) {
        this(client, configured, client);
    }

    private Roles(Class<?> client, Configured configured, Class<?> root) {
        this.client = client;
        this.configured = configured;
        this.root = root;
    }

    /** The same, where a sub-resource has the roles of {@code from} unless it has its own. */
    public Roles orThoseOf(Class<?> from) {
        return new Roles(client, configured, from);
    }

    /**
     * The role of {@code method}.
     *
     * @throws IllegalArgumentException if it is marked with more than one
     */
    public Optional<Role> of(Method method) {
        return marked(method)
                .or(() -> configured.roleOf(client, method))
                .or(() -> marked(client))
                .or(() -> marked(method.getDeclaringClass()))
                .or(() -> marked(root));
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
                Optional.ofNullable(MARKS.get(type)).ifPresentOrElse(roles::add, () -> collect(type, roles, seen));
            }
        }
    }
}
