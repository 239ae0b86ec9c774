package dev.tollgate.rest.refresh;

import dev.tollgate.rest.replay.Present;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What methods return that bring something later: {@link CompletionStage} everywhere, other types where there are any. */
public final class Promises {

    private static final List<PromiseType> OTHERS = Present.all(PromiseType.class);

    private Promises() {}

    /** The type of promise that {@code returned} is; empty if it is none, or a {@link CompletionStage}. */
    public static Optional<PromiseType> typeOf(Class<?> returned) {
        return OTHERS.stream()
                .filter(promise -> promise.type().isAssignableFrom(returned))
                .findFirst();
    }

    /** A {@link CompletionStage} of what {@code returned} promises; anything else is what it is. */
    public static @Nullable Object begun(@Nullable Object returned) {
        return returned == null || returned instanceof CompletionStage
                ? returned
                : typeOf(returned.getClass())
                        .<Object>map(promise -> promise.begin(returned))
                        .orElse(returned);
    }

    /** Whether what is {@code returned} is a {@code type}, now or later. */
    static boolean bring(Type returned, Class<?> type) {
        return returned == type
                || (returned instanceof ParameterizedType later
                        && later.getRawType() instanceof Class<?> raw
                        && isPromise(raw)
                        && later.getActualTypeArguments()[0] == type);
    }

    private static boolean isPromise(Class<?> returned) {
        return CompletionStage.class.isAssignableFrom(returned)
                || typeOf(returned).isPresent();
    }

    /** {@code CompletionStage<TokenSet>}, and whatever else may be returned. */
    static String of(String type) {
        return Stream.concat(Stream.of(CompletionStage.class), OTHERS.stream().map(PromiseType::type))
                .map(promise -> promise.getSimpleName() + "<" + type + ">")
                .collect(Collectors.joining(" or a "));
    }
}
