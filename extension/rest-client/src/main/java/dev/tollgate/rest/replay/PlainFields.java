package dev.tollgate.rest.replay;

import java.io.Closeable;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of a class of the application, where all that its objects are can be seen in them. */
final class PlainFields {

    private final @Nullable List<Field> fields;

    private PlainFields(@Nullable List<Field> fields) {
        this.fields = fields;
    }

    static PlainFields of(Class<?> type) {
        return new PlainFields(find(type));
    }

    /** Whether its objects are data and nothing else. */
    boolean isKnown() {
        return fields != null;
    }

    /** Shows {@code each} the objects that {@code value} holds; false if it does not let us see them. */
    boolean valuesOf(Object value, Consumer<@Nullable Object> each) {
        try {
            for (Field field : fields == null ? List.<Field>of() : fields) {
                each.accept(field.get(value));
            }
            return true;
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    private static @Nullable List<Field> find(Class<?> type) {
        List<Field> found = new ArrayList<>();
        boolean data = false;
        for (Class<?> at = type; at != Object.class && at != Record.class; at = at.getSuperclass()) {
            if (isBehaviour(at)) {
                return null;
            }
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    data = true;
                    if (!field.getType().isPrimitive() && !opened(field, found)) {
                        return null;
                    }
                }
            }
        }
        // an object without any: what is read from it comes from elsewhere
        return data ? List.copyOf(found) : null;
    }

    private static boolean opened(Field field, List<Field> found) {
        try {
            field.setAccessible(true);
            return found.add(field);
        } catch (InaccessibleObjectException | SecurityException e) {
            return false;
        }
    }

    private static boolean isBehaviour(Class<?> type) {
        return type.getName().startsWith("java.")
                || type.isHidden()
                || type.isSynthetic()
                || Proxy.isProxyClass(type)
                || Iterator.class.isAssignableFrom(type)
                || Iterable.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || AutoCloseable.class.isAssignableFrom(type)
                || Closeable.class.isAssignableFrom(type);
    }
}
