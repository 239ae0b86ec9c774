package dev.tollgate.rest.replay;

import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells objects that hold nothing but data, at any depth: texts, numbers, dates, collections of the JDK, and objects of
 * the application with such fields alone. No iterator, no stream, no function, and no collection of unknown making, all of
 * which may have been used up, or bring something else the next time.
 */
final class PlainValue {

    private static final Set<Class<?>> LEAVES = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            java.math.BigInteger.class,
            java.math.BigDecimal.class,
            UUID.class,
            URI.class,
            URL.class,
            Locale.class,
            Currency.class,
            Date.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> left = new ArrayDeque<>();

    /** For one look: what outlives it, and is found by a class of the server, would keep the application's classes. */
    private final Map<Class<?>, PlainFields> fields = new HashMap<>();

    private PlainValue() {}

    static boolean is(Object value) {
        PlainValue look = new PlainValue();
        look.add(value);
        while (!look.left.isEmpty()) {
            if (!look.isPlain(look.left.pop())) {
                return false;
            }
        }
        return true;
    }

    private void add(@Nullable Object value) {
        if (value != null && !isLeaf(value) && seen.add(value)) {
            left.push(value);
        }
    }

    private static boolean isLeaf(Object value) {
        Class<?> type = value.getClass();
        return LEAVES.contains(type)
                || value instanceof Enum<?>
                || value instanceof JsonValue
                || type.getPackageName().equals("java.time")
                || (type.isArray() && type.getComponentType().isPrimitive());
    }

    private boolean isPlain(Object value) {
        if (value instanceof Object[] array) {
            Arrays.asList(array).forEach(this::add);
            return true;
        }
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
            return true;
        }
        return JdkCollections.is(value.getClass()) ? isPlainCollection(value) : isPlainObject(value);
    }

    private boolean isPlainCollection(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, mapped) -> {
                add(key);
                add(mapped);
            });
        } else {
            ((Collection<?>) value).forEach(this::add);
        }
        return true;
    }

    private boolean isPlainObject(Object value) {
        PlainFields known = fields.computeIfAbsent(value.getClass(), PlainFields::of);
        return known.isKnown() && known.valuesOf(value, this::add);
    }
}
