package dev.tollgate.quarkus.replay;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.jboss.resteasy.reactive.client.handlers.ClientSendRequestHandler;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

/** Whether a client follows redirects. Only the handler that sends its requests knows, and it does not tell. */
final class RedirectSetting {

    private static final Field FOLLOW_REDIRECTS = field();

    private RedirectSetting() {}

    static boolean of(RestClientRequestContext request) {
        return Arrays.stream(request.getHandlers())
                .filter(ClientSendRequestHandler.class::isInstance)
                .anyMatch(RedirectSetting::isOn);
    }

    private static boolean isOn(Object handler) {
        try {
            return FOLLOW_REDIRECTS.getBoolean(handler);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field() {
        try {
            Field field = ClientSendRequestHandler.class.getDeclaredField("followRedirects");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this version of Quarkus is not supported", e);
        }
    }
}
