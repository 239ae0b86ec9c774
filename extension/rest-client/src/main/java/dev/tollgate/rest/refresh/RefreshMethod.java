package dev.tollgate.rest.refresh;

import dev.tollgate.token.TokenSet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @RefreshToken} method of a client interface, ready to be called.
 *
 * @param client the interface on whose bean it is called
 * @param method the method
 * @param arguments what to pass, in the order of its parameters
 */
public record RefreshMethod(Class<?> client, Method method, List<Argument> arguments) {

    /** Makes the value of one parameter. */
    @FunctionalInterface
    public interface Argument {
        @Nullable
        Object of(TokenSet current);
    }

    /** Calls it on {@code bean}; what it throws is thrown as it is. */
    @Nullable
    Object invoke(Object bean, TokenSet current) throws Throwable {
        @Nullable
        Object[] values =
                arguments.stream().map(argument -> argument.of(current)).toArray();
        try {
            return method.invoke(bean, values);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** {@code ShopClient.refresh}. */
    public String describe() {
        return client.getSimpleName() + "." + method.getName();
    }
}
