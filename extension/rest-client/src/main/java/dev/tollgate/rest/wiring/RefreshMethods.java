package dev.tollgate.rest.wiring;

import dev.tollgate.rest.RefreshToken;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the {@code @RefreshToken} methods that a bean has, be they of its class or inherited. */
final class RefreshMethods {

    private RefreshMethods() {}

    /**
     * Those among {@code methods}: CDI lists the overridden ones too, and what the compiler adds where a method has other
     * types than the one it overrides.
     */
    static Stream<Method> among(Collection<? extends AnnotatedMethod<?>> methods) {
        // hardly any bean has one
        if (methods.stream().noneMatch(RefreshMethods::isMarked)) {
            return Stream.empty();
        }
        Map<Signature, AnnotatedMethod<?>> overriding = new LinkedHashMap<>();
        methods.forEach(method -> overriding.merge(Signature.of(method), method, RefreshMethods::overriding));
        return overriding.values().stream()
                .filter(method -> !isBridge(method) && isMarked(method))
                .map(AnnotatedMethod::getJavaMember);
    }

    private static boolean isMarked(AnnotatedMethod<?> method) {
        return method.isAnnotationPresent(RefreshToken.class);
    }

    private static AnnotatedMethod<?> overriding(AnnotatedMethod<?> one, AnnotatedMethod<?> other) {
        if (classOf(one).equals(classOf(other))) {
            return isBridge(one) ? other : one;
        }
        return classOf(one).isAssignableFrom(classOf(other)) ? other : one;
    }

    /** What the compiler adds; it too takes the place of what it overrides. */
    private static boolean isBridge(AnnotatedMethod<?> method) {
        return method.getJavaMember().isBridge();
    }

    private static Class<?> classOf(AnnotatedMethod<?> method) {
        return method.getJavaMember().getDeclaringClass();
    }

    private record Signature(String name, List<Class<?>> parameters) {

        static Signature of(AnnotatedMethod<?> method) {
            Method member = method.getJavaMember();
            return new Signature(member.getName(), List.of(member.getParameterTypes()));
        }
    }
}
