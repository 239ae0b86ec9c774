package dev.tollgate.rest.refresh;

import dev.tollgate.rest.refresh.RefreshMethod.Argument;
import dev.tollgate.token.TokenSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body whose properties are the parameters of a refresh request: a JSON object, a map, a record, or a class with
 * setters. Properties are called by the RFC 6749 names, in camel case too, or as {@code @JsonbProperty} and
 * {@code @JsonProperty} say.
 */
final class JsonBody {

    private static final Set<String> NAMING = Set.of("JsonbProperty", "JsonProperty");
    private static final List<String> NAMES =
            List.of("grant_type", "refresh_token", "client_id", "client_secret", "scope");

    private final TokenParameters values;

    JsonBody(TokenParameters values) {
        this.values = values;
    }

    /** Makes a {@code type}; empty if there is no way to, or it would not have the refresh token. */
    Optional<Argument> of(Class<?> type) {
        if (type == JsonObject.class) {
            return Optional.of(current -> json(members(current)));
        } else if (type == Map.class) {
            return Optional.of(this::members);
        }
        return type.isRecord() ? record(type) : bean(type);
    }

    /** What there is no value for is left out. */
    private Map<String, String> members(TokenSet current) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String name : NAMES) {
            values.known(name)
                    .map(argument -> argument.of(current))
                    .ifPresent(value -> members.put(name, String.valueOf(value)));
        }
        return members;
    }

    private static JsonObject json(Map<String, String> members) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    private Optional<Argument> record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Optional<Argument>> arguments = Arrays.stream(components)
                .map(component -> component.getType() == String.class
                        ? values.named(nameOf(component.getName(), component.getAccessor()))
                        : Optional.<Argument>empty())
                .toList();
        boolean carries = Arrays.stream(components)
                .anyMatch(component -> isRefreshToken(nameOf(component.getName(), component.getAccessor())));
        if (!carries || arguments.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return constructor(type, types)
                .map(constructor -> current -> made(
                        constructor,
                        arguments.stream()
                                .flatMap(Optional::stream)
                                .map(argument -> argument.of(current))
                                .toArray()));
    }

    private Optional<Argument> bean(Class<?> type) {
        Map<Method, Argument> setters = new LinkedHashMap<>();
        boolean carries = false;
        for (Method method : type.getMethods()) {
            if (isSetter(method)) {
                String name = propertyOf(method);
                carries |= isRefreshToken(name);
                values.named(name).ifPresent(argument -> setters.put(method, argument));
            }
        }
        return carries
                ? constructor(type).map(constructor -> current -> filled(constructor, setters, current))
                : Optional.empty();
    }

    private static boolean isSetter(Method method) {
        return method.getName().matches("set[A-Z].*")
                && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == String.class
                && method.trySetAccessible();
    }

    /** The annotation may be on the field behind the setter. */
    private static String propertyOf(Method setter) {
        String property = setter.getName().substring(3, 4).toLowerCase(Locale.ROOT)
                + setter.getName().substring(4);
        try {
            return nameOf(nameOf(property, setter.getDeclaringClass().getDeclaredField(property)), setter);
        } catch (NoSuchFieldException e) {
            return nameOf(property, setter);
        }
    }

    private static boolean isRefreshToken(String name) {
        return name.equals("refresh_token");
    }

    private static String nameOf(String property, AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .filter(annotation ->
                        NAMING.contains(annotation.annotationType().getSimpleName()))
                .flatMap(annotation -> valueOf(annotation).stream())
                .findFirst()
                .orElseGet(() -> property.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
    }

    /** By reflection, since neither JSON library need be there. */
    private static Optional<String> valueOf(Annotation annotation) {
        try {
            Object value = annotation.annotationType().getMethod("value").invoke(annotation);
            return Optional.of(String.valueOf(value)).filter(name -> !name.isEmpty());
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static Optional<Constructor<?>> constructor(Class<?> type, Class<?>... parameters) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            return !Modifier.isAbstract(type.getModifiers()) && constructor.trySetAccessible()
                    ? Optional.of(constructor)
                    : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Object filled(Constructor<?> constructor, Map<Method, Argument> setters, TokenSet current) {
        Object bean = made(constructor);
        setters.forEach((setter, argument) -> set(bean, setter, argument.of(current)));
        return bean;
    }

    private static Object made(Constructor<?> constructor, @Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.getDeclaringClass().getName() + " can not be made", e);
        }
    }

    private static void set(Object bean, Method setter, @Nullable Object value) {
        try {
            setter.invoke(bean, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(setter + " failed", e);
        }
    }
}
