package dev.tollgate.rest.resteasy;

import jakarta.ws.rs.client.WebTarget;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.client.jaxrs.internal.proxy.ClientInvoker;
import org.jspecify.annotations.Nullable;

/**
 * The address that a client was built with. A parameter with {@code @ClientURI} replaces it in the request before the first
 * filter runs; only the invoker of the method keeps it, in a field without a getter.
 */
final class BaseAddress {

    private static final @Nullable Field TARGET = field();

    private BaseAddress() {}

    /** Its origin, where the methods of {@code invoker} go; empty if this version of RESTEasy keeps it elsewhere. */
    static Optional<URI> of(ClientInvoker invoker) {
        return Optional.ofNullable(TARGET).map(field -> target(field, invoker)).map(BaseAddress::address);
    }

    private static @Nullable WebTarget target(Field field, ClientInvoker invoker) {
        try {
            return (WebTarget) field.get(invoker);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** The path may have parameters that are not known here. */
    private static URI address(WebTarget target) {
        return target.getUriBuilder().replacePath(null).replaceQuery(null).build();
    }

    private static @Nullable Field field() {
        try {
            Field field = ClientInvoker.class.getDeclaredField("webTarget");
            field.setAccessible(true);
            return WebTarget.class.isAssignableFrom(field.getType()) ? field : null;
        } catch (NoSuchFieldException | RuntimeException e) {
            return null;
        }
    }
}
