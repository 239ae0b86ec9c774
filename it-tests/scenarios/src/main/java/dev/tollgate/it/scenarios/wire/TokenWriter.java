package dev.tollgate.it.scenarios.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes the refresh token as a form, as far as it gets. */
public class TokenWriter implements MessageBodyWriter<TokenSet> {

    /** Where it fails. */
    public enum Fault {
        NOWHERE,
        BEFORE_THE_FIRST_BYTE,
        IN_THE_MIDDLE,
        AFTER_THE_LAST_BYTE
    }

    private static volatile Fault fault = Fault.NOWHERE;

    public static void failNext(Fault where) {
        fault = where;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == TokenSet.class;
    }

    @Override
    public void writeTo(
            TokenSet tokens,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        String refreshToken = tokens.refreshToken().orElseThrow();
        failAt(Fault.BEFORE_THE_FIRST_BYTE, refreshToken);
        body.write("grant_type=refresh_token&".getBytes(UTF_8));
        body.flush();
        failAt(Fault.IN_THE_MIDDLE, refreshToken);
        body.write(("refresh_token=" + refreshToken).getBytes(UTF_8));
        body.flush();
        failAt(Fault.AFTER_THE_LAST_BYTE, refreshToken);
    }

    private static void failAt(Fault here, String refreshToken) throws IOException {
        if (fault == here) {
            fault = Fault.NOWHERE;
            throw new IOException("no more room for " + refreshToken);
        }
    }
}
