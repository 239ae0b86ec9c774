package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.filter.CopiedBody;
import dev.tollgate.rest.replay.BodyWriting;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jspecify.annotations.Nullable;

/** What has a hand in the writing of a body. */
final class Writing {

    private static final String PROVIDERS = "org.jboss.resteasy.plugins.providers.";
    private static final String INTERCEPTORS = "org.jboss.resteasy.plugins.interceptors.";

    /** On WildFly it is on each client. */
    private static final String SIGNING = "org.jboss.resteasy.security.doseta.DigitalSigningInterceptor";

    private static final Set<String> BUILT_IN = Set.of(
            PROVIDERS + "StringTextStar",
            PROVIDERS + "DefaultTextPlain",
            PROVIDERS + "DefaultNumberWriter",
            PROVIDERS + "DefaultBooleanWriter",
            PROVIDERS + "ByteArrayProvider",
            PROVIDERS + "FileProvider",
            PROVIDERS + "FormUrlEncodedProvider",
            PROVIDERS + "JaxrsFormProvider",
            PROVIDERS + "jsonp.JsonArrayProvider",
            PROVIDERS + "jsonp.JsonObjectProvider",
            PROVIDERS + "jsonp.JsonStructureProvider",
            PROVIDERS + "jsonp.JsonValueProvider");

    /** A subclass of one of them is the application's. */
    private static final Set<String> JSON =
            Set.of(PROVIDERS + "jsonb.JsonBindingProvider", PROVIDERS + "jackson.ResteasyJackson2Provider");

    private Writing() {}

    static BodyWriting of(ClientInvocation invocation) {
        if (invocation.getEntity() == null) {
            return BodyWriting.BUILT_IN;
        }
        if (isWrapped(invocation)
                || !Arrays.stream(invocation.getWriterInterceptors()).allMatch(Writing::isKnown)) {
            return BodyWriting.OTHER;
        }
        return by(writer(invocation));
    }

    /** Writes the body of {@code request}, and keeps the bytes to be sent. A filter that wraps the stream wants to see it all. */
    static void now(ClientRequestContext request, ClientInvocation invocation) {
        if (invocation.getEntity() == null || isWrapped(invocation)) {
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            invocation.writeRequestBody(body);
        } catch (IOException e) {
            throw new ProcessingException(e);
        }
        request.setProperty(CopiedBody.BYTES, body.toByteArray());
    }

    private static boolean isWrapped(ClientInvocation invocation) {
        return invocation.getEntityStream() != invocation.getDelegatingOutputStream();
    }

    /** Those of RESTEasy do the same to the same bytes: they compress, or sign if they are asked to. */
    private static boolean isKnown(WriterInterceptor interceptor) {
        String name = interceptor.getClass().getName();
        return interceptor instanceof CopiedBody || name.startsWith(INTERCEPTORS) || name.equals(SIGNING);
    }

    private static @Nullable MessageBodyWriter<?> writer(ClientInvocation invocation) {
        return invocation
                .getClientConfiguration()
                .getMessageBodyWriter(
                        invocation.getEntityClass(),
                        invocation.getEntityGenericType(),
                        invocation.getEntityAnnotations(),
                        invocation.getHeaders().getMediaType());
    }

    private static BodyWriting by(@Nullable MessageBodyWriter<?> writer) {
        String name = writer == null ? "" : writer.getClass().getName();
        if (BUILT_IN.contains(name)) {
            return BodyWriting.BUILT_IN;
        }
        return JSON.contains(name) ? BodyWriting.JSON : BodyWriting.OTHER;
    }
}
