package dev.tollgate.quarkus.wiring;

import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import java.lang.reflect.Field;
import java.net.URI;

/** Where the requests of a client go. Only its builder knows that, and it does not tell. */
final class BaseAddress {

    private static final Field URI = field();

    private BaseAddress() {}

    /** That of the client which {@code builder} is about to build. */
    static URI of(RestClientBuilderImpl builder) {
        try {
            return (URI) URI.get(builder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field() {
        try {
            Field field = RestClientBuilderImpl.class.getDeclaredField("uri");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this version of Quarkus is not supported", e);
        }
    }
}
