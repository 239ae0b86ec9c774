package dev.tollgate.quarkus.replay;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Variant;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A body that is written before its request is sent, by its writer and all interceptors, as the client would do when it has
 * a connection. What they have written, and said in headers, is what is sent, and is there to be sent again.
 */
final class WrittenBody {

    private WrittenBody() {}

    /**
     * The body of {@code request} as bytes; what it was if the client has no writer.
     *
     * @param copy where a copy of them is written
     * @param kept whether the copy has all of them
     */
    static Entity<?> of(RestClientRequestContext request, Supplier<OutputStream> copy, BooleanSupplier kept) {
        Entity<?> entity = request.getEntity();
        try {
            MultivaluedMap<String, String> headers = request.getRequestHeadersAsMap();
            describe(entity, headers);
            Buffer written = request.writeEntity(entity, headers, interceptors(request));
            if (written == null) {
                return entity;
            }
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, String.valueOf(written.length()));
            keepChanges(request, headers);
            try (OutputStream into = copy.get()) {
                into.write(written.getBytes());
            }
            return asItIs(written, kept.getAsBoolean(), entity, request);
        } catch (IOException e) {
            throw new ProcessingException(e);
        }
    }

    /** The client logs bytes, and keeps them until the answer has come. Those that no copy has room for are sent and let go. */
    private static Entity<?> asItIs(Buffer written, boolean kept, Entity<?> entity, RestClientRequestContext request) {
        Entity<?> bytes = Sending.like(entity, written.getBytes());
        return kept && Writing.isAsItIs(bytes, request) ? bytes : Sending.like(entity, once(written));
    }

    /** The client would have them for one sending. */
    private static void keepChanges(RestClientRequestContext request, MultivaluedMap<String, String> now) {
        MultivaluedMap<String, String> before = request.getRequestHeadersAsMap();
        Map<String, List<Object>> kept = request.getRequestHeaders().getHeaders();
        kept.keySet().removeIf(name -> !now.containsKey(name));
        now.forEach((name, values) -> {
            if (!values.equals(before.get(name))) {
                kept.put(name, new ArrayList<>(values));
            }
        });
    }

    private static WriterInterceptor[] interceptors(RestClientRequestContext request) {
        return request.getConfiguration().getWriterInterceptors().toArray(new WriterInterceptor[0]);
    }

    /** The client does so for what it writes itself. */
    private static void describe(Entity<?> entity, MultivaluedMap<String, String> headers) {
        Variant variant = entity.getVariant();
        if (variant != null) {
            put(HttpHeaders.CONTENT_TYPE, variant.getMediaType(), headers);
            put(HttpHeaders.CONTENT_LANGUAGE, variant.getLanguageString(), headers);
            put(HttpHeaders.CONTENT_ENCODING, variant.getEncoding(), headers);
        }
    }

    private static void put(String name, @Nullable Object value, MultivaluedMap<String, String> headers) {
        if (value != null && !headers.containsKey(name)) {
            headers.putSingle(name, value.toString());
        }
    }

    /** Sent once, it must not be kept: the copy is bounded. */
    private static Multi<io.vertx.mutiny.core.buffer.Buffer> once(Buffer written) {
        AtomicReference<Buffer> left = new AtomicReference<>(written);
        return Multi.createFrom().deferred(() -> of(left.getAndSet(null)));
    }

    /** {@code bytes} as a body that the client sends as it is. */
    static Multi<io.vertx.mutiny.core.buffer.Buffer> of(byte[] bytes) {
        return of(Buffer.buffer(bytes));
    }

    private static Multi<io.vertx.mutiny.core.buffer.Buffer> of(Buffer bytes) {
        return Multi.createFrom()
                .item(io.vertx.mutiny.core.buffer.Buffer.newInstance(bytes)); // no item would not be sent
    }
}
