package dev.tollgate.rest.replay;

import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that are known to be the same when they are written a second time. What is not listed here is not known: it is
 * copied while it is written, and sent again from the copy or not at all.
 */
public final class KnownBody {

    private static final Set<Class<?>> FIXED = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class);

    private final boolean copied;
    private final BooleanSupplier sameAgain;

    private KnownBody(boolean copied, BooleanSupplier sameAgain) {
        this.copied = copied;
        this.sameAgain = sameAgain;
    }

    /**
     * What is known of {@code entity}, which is about to be written.
     *
     * @param callerWaits whether its caller does nothing else until it has been answered: one that does may change it
     */
    public static KnownBody of(@Nullable Object entity, BodyWriting writing, boolean callerWaits) {
        if (entity == null) {
            return fixed();
        }
        return switch (writing) {
            case BUILT_IN -> builtIn(entity, callerWaits);
            case JSON -> json(entity, callerWaits);
            case AS_IT_IS -> fixed();
            case OTHER -> unknown();
        };
    }

    private static KnownBody builtIn(Object entity, boolean callerWaits) {
        if (isFixed(entity)) {
            return fixed();
        }
        if (entity instanceof byte[] bytes) {
            return callerWaits ? fixed() : bytes(bytes);
        }
        if (entity instanceof File file) {
            return file(file.toPath());
        }
        if (entity instanceof Path file) {
            return file(file);
        }
        return callerWaits && isOfTexts(entity) ? new KnownBody(true, () -> true) : unknown();
    }

    /** What is written of an object that holds nothing but data follows from the data: both providers read it, and no more. */
    private static KnownBody json(Object entity, boolean callerWaits) {
        return isFixed(entity) ? fixed() : new KnownBody(true, () -> callerWaits && PlainValue.is(entity));
    }

    /** One that is too large for a copy is compared. */
    private static KnownBody bytes(byte[] bytes) {
        long before = sum(bytes);
        return new KnownBody(true, () -> sum(bytes) == before);
    }

    private static long sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }

    private static KnownBody file(Path file) {
        FileState before = FileState.of(file);
        return new KnownBody(false, () -> before.equals(FileState.of(file)));
    }

    private static KnownBody fixed() {
        return new KnownBody(false, () -> true);
    }

    private static KnownBody unknown() {
        return new KnownBody(true, () -> false);
    }

    private static boolean isFixed(Object entity) {
        return FIXED.contains(entity.getClass()) || entity instanceof JsonValue;
    }

    private static boolean isOfTexts(Object entity) {
        Object fields = entity instanceof Form form ? form.asMap() : entity;
        return fields instanceof MultivaluedMap<?, ?> map
                && map.values().stream().flatMap(Collection::stream).allMatch(String.class::isInstance);
    }

    /** Whether it may change, or is gone, once it has been written. */
    boolean isToBeCopied() {
        return copied;
    }

    /** Whether it is the same when it is written once more now. */
    public boolean isTheSameAgain() {
        return sameAgain.getAsBoolean();
    }
}
