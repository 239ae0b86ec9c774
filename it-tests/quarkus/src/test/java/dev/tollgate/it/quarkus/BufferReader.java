package dev.tollgate.it.quarkus;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** The client of Quarkus sends a {@code Buffer}, but has no reader for one: an application that returns it brings this. */
public class BufferReader implements MessageBodyReader<Buffer> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Buffer.class;
    }

    @Override
    public Buffer readFrom(
            Class<Buffer> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return Buffer.buffer(body.readAllBytes());
    }
}
