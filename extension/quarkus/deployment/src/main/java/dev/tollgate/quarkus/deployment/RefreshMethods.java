package dev.tollgate.quarkus.deployment;

import dev.tollgate.rest.RefreshToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Finds the {@code @RefreshToken} methods that a class has, be they its own or inherited. */
record RefreshMethods(IndexView index) {

    private static final DotName REFRESH_TOKEN = DotName.createSimple(RefreshToken.class);

    /** An inherited method that is overridden is none of {@code type}. */
    Stream<MethodInfo> of(ClassInfo type) {
        Map<Signature, MethodInfo> methods = new HashMap<>();
        for (ClassInfo at = type; at != null; at = superclass(at)) {
            at.methods().forEach(method -> methods.putIfAbsent(Signature.of(method), method));
        }
        return methods.values().stream()
                .filter(method -> !method.isSynthetic())
                .filter(method -> method.hasDeclaredAnnotation(REFRESH_TOKEN));
    }

    private @Nullable ClassInfo superclass(ClassInfo type) {
        return type.superName() == null ? null : index.getClassByName(type.superName());
    }

    private record Signature(String name, List<DotName> parameters) {

        static Signature of(MethodInfo method) {
            return new Signature(
                    method.name(),
                    method.parameterTypes().stream().map(Type::name).toList());
        }
    }
}
