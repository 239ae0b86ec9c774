package dev.tollgate.quarkus.replay;

import dev.tollgate.rest.replay.BodyWriting;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;

/** What has a hand in the writing of a body. */
final class Writing {

    private static final String BUILT_IN = "org.jboss.resteasy.reactive.common.providers.serialisers.";
    private static final String OF_BYTES = BUILT_IN + "ByteArrayMessageBodyHandler";
    private static final String REACTIVE = "org.jboss.resteasy.reactive.";
    private static final String QUARKUS = "io.quarkus.";

    private Writing() {}

    static BodyWriting of(RestClientRequestContext request) {
        Entity<?> entity = request.getEntity();
        if (entity == null || entity.getEntity() == null || request.isFileUpload()) {
            return BodyWriting.BUILT_IN;
        }
        if (isIntercepted(request) || request.isMultipart() || request.isMultiBufferUpload()) {
            return BodyWriting.OTHER;
        }
        String writer = writerOf(entity, request);
        return isBuffer(entity.getEntity()) && (writer.startsWith(QUARKUS) || writer.startsWith(REACTIVE))
                ? BodyWriting.AS_IT_IS
                : by(writer);
    }

    /** Whether nothing has a hand in the writing of {@code bytes} in the place of the body of {@code request}. */
    static boolean isAsItIs(Entity<?> bytes, RestClientRequestContext request) {
        return !isIntercepted(request) && writerOf(bytes, request).equals(OF_BYTES);
    }

    private static boolean isBuffer(Object body) {
        return body instanceof Buffer || body instanceof io.vertx.mutiny.core.buffer.Buffer;
    }

    static boolean isIntercepted(RestClientRequestContext request) {
        return !request.getConfiguration().getWriterInterceptors().isEmpty();
    }

    /** As the client will look for it; its name, since it need not be one that we know. */
    private static String writerOf(Entity<?> entity, RestClientRequestContext request) {
        Object body = entity.getEntity();
        boolean generic = body instanceof GenericEntity;
        Class<?> type = generic ? ((GenericEntity<?>) body).getRawType() : body.getClass();
        Type full = generic ? ((GenericEntity<?>) body).getType() : type;
        for (MessageBodyWriter<?> writer : request.getRestClient()
                .getClientContext()
                .getSerialisers()
                .findWriters(request.getConfiguration(), type, entity.getMediaType(), RuntimeType.CLIENT)) {
            if (writer.isWriteable(type, full, entity.getAnnotations(), entity.getMediaType())) {
                return writer.getClass().getName();
            }
        }
        return "";
    }

    private static BodyWriting by(String writer) {
        if (writer.startsWith(BUILT_IN)) {
            return BodyWriting.BUILT_IN;
        }
        boolean json = writer.startsWith(QUARKUS) && (writer.contains(".jackson.") || writer.contains(".jsonb."));
        return json ? BodyWriting.JSON : BodyWriting.OTHER;
    }
}
