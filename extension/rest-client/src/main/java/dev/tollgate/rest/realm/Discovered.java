package dev.tollgate.rest.realm;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found in the application.
 *
 * @param clients its client interfaces
 * @param callbacks its beans that do something differently
 * @param refreshes the {@code @RefreshToken} methods of its beans
 */
public record Discovered(
        Collection<Class<?>> clients, Collection<CallbackBean> callbacks, Collection<BeanMethod> refreshes) {

    /** Client interfaces only. */
    public static Discovered clients(Collection<Class<?>> clients) {
        return new Discovered(clients, List.of(), List.of());
    }

    /**
     * A method of a bean.
     *
     * @param realm the realm that the bean is for, if it says so
     * @param bean where the bean is
     */
    public record BeanMethod(Method method, Optional<String> realm, Supplier<Object> bean) {
        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }
}
