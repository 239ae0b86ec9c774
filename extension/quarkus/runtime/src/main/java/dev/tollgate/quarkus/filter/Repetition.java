package dev.tollgate.quarkus.filter;

import dev.tollgate.rest.call.CallFlow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jboss.resteasy.reactive.client.impl.ClientRequestHeaders;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

/**
 * Who subscribes to a {@code Uni} or {@code Multi} once more ({@code retry()}, say) has the client send a new request, with
 * the very headers of the one before: the token of that one is there already.
 */
final class Repetition {

    private static final Map<ClientRequestHeaders, Object> LAST_CALLS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Repetition() {}

    /** Tells {@code request}, which begins, whose headers it has got. */
    static void begin(RestClientRequestContext request) {
        if (canBeRepeated(request)) {
            Object earlier = LAST_CALLS.get(request.getRequestHeaders());
            if (earlier != null) {
                request.getProperties().put(CallFlow.EARLIER_CALL, earlier);
            }
        }
    }

    /** The call of {@code request} has put on it what it carries. */
    static void begun(RestClientRequestContext request) {
        Object call = request.getProperties().get(CallFlow.CALL);
        if (call != null && canBeRepeated(request)) {
            LAST_CALLS.put(request.getRequestHeaders(), call);
        }
    }

    private static boolean canBeRepeated(RestClientRequestContext request) {
        Method method = request.getInvokedMethod();
        return method != null
                && (Uni.class.isAssignableFrom(method.getReturnType())
                        || Multi.class.isAssignableFrom(method.getReturnType()));
    }
}
