package dev.tollgate.quarkus.replay;

import dev.tollgate.rest.call.CallFlow;
import dev.tollgate.rest.replay.BodyWriting;
import dev.tollgate.rest.replay.CapturedBody;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartForm;
import org.jboss.resteasy.reactive.client.spi.ClientRestHandler;
import org.jspecify.annotations.Nullable;

/** A request as it was when all filters had seen it. */
public final class Sending {

    private static final String PROPERTY = "dev.tollgate.sending";

    private final ClientRestHandler[] handlers;
    private final ClientRestHandler[] ofFailures;
    private final int next;
    private final @Nullable Entity<?> entity;
    private volatile @Nullable FormState form;

    private Sending(RestClientRequestContext request) {
        this.handlers = request.getHandlers();
        this.ofFailures = request.getAbortHandlerChain();
        this.next = request.getPosition();
        this.entity = request.getEntity();
    }

    /** Remembers {@code request}, in case that it must be sent again. */
    public static void remember(RestClientRequestContext request) {
        if (request.getProperties().get(CallFlow.CALL) != null) {
            request.getProperties().put(PROPERTY, new Sending(request));
        }
    }

    /** {@code request} has been answered: filters see the body that they have seen before, whatever was sent in its place. */
    public static void showBody(RestClientRequestContext request) {
        Sending sending = of(request);
        if (sending != null) {
            request.setEntity(sending.entity);
        }
    }

    /** Has {@code copy} filled while the body of {@code request} is sent; the client has no writer for {@link StreamingOutput}. */
    static void copy(RestClientRequestContext request, CapturedBody copy) {
        Entity<?> entity = request.getEntity();
        Sending sending = of(request);
        if (sending != null && entity.getEntity() instanceof QuarkusMultipartForm form) {
            sending.form = FormState.of(form);
            copy.tee(OutputStream.nullOutputStream()); // the form itself keeps what is written of its parts
        } else if (entity.getEntity() instanceof InputStream body && !Writing.isIntercepted(request)) {
            request.setEntity(like(entity, new CopiedStream(body, copy.copy())));
        } else if (isWrittenAsAWhole(entity)) {
            request.setEntity(WrittenBody.of(request, () -> copy.tee(OutputStream.nullOutputStream()), copy::isWhole));
        }
    }

    /** Writes the body of {@code request} before there is a connection for it, unless the client itself is sure to be able to. */
    static void write(RestClientRequestContext request) {
        BodyWriting writing = Writing.of(request);
        if ((writing == BodyWriting.JSON || writing == BodyWriting.OTHER) && !isReadWhileItIsSent(request)) {
            // not as bytes, which the client's log would show with the refresh token
            request.setEntity(WrittenBody.of(request, OutputStream::nullOutputStream, () -> false));
        }
    }

    private static boolean isReadWhileItIsSent(RestClientRequestContext request) {
        return request.isMultipart()
                || (request.isInputStreamUpload() && !Writing.isIntercepted(request))
                || !isWrittenAsAWhole(request.getEntity());
    }

    private static boolean isWrittenAsAWhole(Entity<?> entity) {
        return !(entity.getEntity() instanceof Multi || entity.getEntity() instanceof StreamingOutput);
    }

    static @Nullable Sending of(RestClientRequestContext request) {
        return request.getProperties().get(PROPERTY) instanceof Sending sending ? sending : null;
    }

    /** Whether the files and buffers in a multipart form are as they were. */
    boolean isUnchanged() {
        FormState sent = form;
        return sent == null || sent.isTheSame();
    }

    /** Has {@code request} sent again when it is resumed. */
    void again(RestClientRequestContext request, Optional<byte[]> copy) {
        request.setEntity(entity == null ? null : again(entity, copy, Writing.isIntercepted(request)));
        request.setResponseEntityStream(null);
        request.setResponseStatus(0);
        goOn(request, next);
    }

    private static Entity<?> again(Entity<?> entity, Optional<byte[]> copy, boolean intercepted) {
        return entity.getEntity() instanceof QuarkusMultipartForm form
                ? like(entity, new WrittenForm(form))
                : copy.<Entity<?>>map(bytes -> like(entity, body(entity, bytes, intercepted)))
                        .orElse(entity);
    }

    /** As the first one was sent: as a stream if that was one. */
    private static Object body(Entity<?> entity, byte[] bytes, boolean intercepted) {
        return entity.getEntity() instanceof InputStream && !intercepted
                ? new ByteArrayInputStream(bytes)
                : WrittenBody.of(bytes);
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
    static Entity<?> like(Entity<?> entity, Object body) {
        return entity.getVariant() == null
                ? Entity.entity(body, entity.getMediaType(), entity.getAnnotations())
                : Entity.entity(body, entity.getVariant(), entity.getAnnotations());
    }
}
