package dev.tollgate.quarkus.replay;

import dev.tollgate.rest.call.CallFlow;
import jakarta.ws.rs.client.Entity;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ClientRestHandler;
import org.jspecify.annotations.Nullable;

/** A request as it was when all filters had seen it. */
public final class Sending {

    private static final String PROPERTY = "dev.tollgate.sending";

    private final ClientRestHandler[] handlers;
    private final ClientRestHandler[] ofFailures;
    private final int next;
    private final @Nullable Entity<?> entity;

    private Sending(RestClientRequestContext request) {
        this.handlers = request.getHandlers();
        this.ofFailures = request.getAbortHandlerChain();
        this.next = request.getPosition();
        this.entity = request.getEntity();
    }

    /** Remembers {@code request}, in case that it must be sent again; a body that can be read only once is copied then. */
    public static void remember(RestClientRequestContext request) {
        Object call = request.getProperties().get(CallFlow.CALL);
        if (call == null) {
            return;
        }
        request.getProperties().put(PROPERTY, new Sending(request));
        Entity<?> entity = request.getEntity();
        if (entity != null && entity.getEntity() instanceof InputStream body) {
            request.setEntity(like(entity, new CopiedStream(body, copy(call, body))));
        } else if (entity != null && entity.getEntity() instanceof Reader body) {
            request.setEntity(like(entity, new CopiedReader(body, copy(call, body))));
        }
    }

    private static OutputStream copy(Object call, Object body) {
        return CallFlow.copying(call, body);
    }

    static @Nullable Sending of(RestClientRequestContext request) {
        return request.getProperties().get(PROPERTY) instanceof Sending sending ? sending : null;
    }

    /** Has {@code request} sent again when it is resumed. */
    void again(RestClientRequestContext request) {
        Entity<?> now = request.getEntity();
        if (entity != null && now != null && now.getEntity() instanceof byte[] copy) {
            request.setEntity(like(entity, entity.getEntity() instanceof Reader ? CopiedReader.of(copy) : copy));
        }
        request.setResponseEntityStream(null);
        request.setResponseStatus(0);
        goOn(request, next);
    }

    /** Has the filters see the answer to {@code request} as it is. */
    void answered(RestClientRequestContext request) {
        goOn(request, HeadAlone.behindSending(handlers));
    }

    private void goOn(RestClientRequestContext request, int position) {
        request.setAbortHandlerChainStarted(false);
        request.setAbortHandlerChain(ofFailures);
        request.restart(handlers, true);
        request.setPosition(position);
    }

    /** With the media type and the annotations of {@code entity}. */
    private static Entity<?> like(Entity<?> entity, Object body) {
        return entity.getVariant() == null
                ? Entity.entity(body, entity.getMediaType(), entity.getAnnotations())
                : Entity.entity(body, entity.getVariant(), entity.getAnnotations());
    }
}
