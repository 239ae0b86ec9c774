package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.realm.CallbackBean;
import dev.tollgate.rest.realm.Discovered;
import dev.tollgate.rest.realm.Discovered.BeanMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Turns names into classes, by the class loader of the thread.
 *
 * @param beans finds a bean by what the container knows it
 */
public record FoundByName(Function<String, Object> beans) {

    /** All of {@code built}. */
    public Discovered of(BuiltApplication built) {
        return new Discovered(
                built.clients().stream().<Class<?>>map(FoundByName::load).toList(),
                built.callbacks().stream().map(this::callback).toList(),
                built.refreshes().stream().map(this::refresh).toList());
    }

    private CallbackBean callback(BuiltApplication.Callback found) {
        return new CallbackBean(
                load(found.type()), found.realm(), found.alternative(), found.name(), () -> beans.apply(found.bean()));
    }

    private BeanMethod refresh(BuiltApplication.Refresh found) {
        return new BeanMethod(method(found), found.realm(), () -> beans.apply(found.bean()));
    }

    private static Method method(BuiltApplication.Refresh found) {
        return Arrays.stream(load(found.type()).getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .filter(method -> method.getName().equals(found.method()))
                .filter(method -> namesOf(method.getParameterTypes()).equals(found.parameters()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in the application any more: " + found));
    }

    private static List<String> namesOf(Class<?>... types) {
        return Arrays.stream(types).map(Class::getName).toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not in the application any more: " + name, e);
        }
    }
}
