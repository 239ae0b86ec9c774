package dev.tollgate.rest.refresh;

import dev.tollgate.source.TokenRequest;
import dev.tollgate.token.TokenSet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @RefreshToken} method of a bean of the application. It takes the current tokens, the refresh token, the
 * request, or any of them; one that takes no tokens is also asked when there are none.
 *
 * @param method the method
 * @param bean where the bean is
 */
public record RefreshBean(Method method, Supplier<Object> bean) {

    private static final List<Class<?>> TAKEN = List.of(TokenSet.class, String.class, TokenRequest.class);

    /** Checks {@code method}; what is wrong with it goes to {@code problems}. */
    public static Optional<RefreshBean> of(Method method, Supplier<Object> bean, Consumer<String> problems) {
        boolean parameters = TAKEN.containsAll(Arrays.asList(method.getParameterTypes()));
        if (!parameters || !Promises.bring(method.getGenericReturnType(), TokenSet.class)) {
            problems.accept(
                    describe(method) + ": the @RefreshToken method of a bean takes a TokenSet (the current tokens),"
                            + " a String (the refresh token), a TokenRequest, or nothing, and returns a TokenSet or a "
                            + Promises.of("TokenSet"));
            return Optional.empty();
        }
        if (!method.trySetAccessible()) {
            problems.accept(describe(method) + ": the @RefreshToken method of a bean must be public");
            return Optional.empty();
        }
        return Optional.of(new RefreshBean(method, bean));
    }

    /** {@code ShopTokens.refresh}. */
    public String describe() {
        return describe(method);
    }

    private static String describe(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Whether it can be asked when there are no tokens. */
    boolean canAcquire() {
        return Arrays.stream(method.getParameterTypes()).allMatch(TokenRequest.class::equals);
    }

    /** Whether it has what it asks for. */
    boolean canRefresh(TokenSet current) {
        return current.refreshToken().isPresent()
                || !Arrays.asList(method.getParameterTypes()).contains(String.class);
    }

    /** Calls it; what it throws is the failure of the stage. */
    CompletionStage<TokenSet> call(@Nullable TokenSet current, TokenRequest request) {
        @Nullable
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, current, request))
                .toArray();
        try {
            return tokens(method.invoke(bean.get(), arguments));
        } catch (InvocationTargetException e) {
            return CompletableFuture.failedFuture(e.getTargetException());
        } catch (IllegalAccessException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What the method has returned, as a stage; it is begun if it waits for somebody to ask. */
    @SuppressWarnings("unchecked") // by its signature
    public static CompletionStage<TokenSet> tokens(@Nullable Object returned) {
        return Promises.begun(returned) instanceof CompletionStage<?> later
                ? (CompletionStage<TokenSet>) later
                : CompletableFuture.completedFuture((TokenSet) returned);
    }

    private static @Nullable Object argument(Class<?> type, @Nullable TokenSet current, TokenRequest request) {
        if (type == TokenRequest.class) {
            return request;
        } else if (current == null || type == TokenSet.class) {
            return current;
        }
        return current.refreshToken().orElse(null);
    }
}
