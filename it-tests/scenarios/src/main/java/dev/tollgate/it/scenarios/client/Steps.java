package dev.tollgate.it.scenarios.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Everything of an application that runs around a call, and what of it has run, in order. */
public class Steps
        implements ClientRequestFilter,
                ClientResponseFilter,
                ReaderInterceptor,
                WriterInterceptor,
                ClientHeadersFactory,
                ResponseExceptionMapper<WrongAnswer> {

    public static final List<String> TAKEN = new CopyOnWriteArrayList<>();

    /** Takes a step, and tells how many there are now. */
    static int take(String step) {
        TAKEN.add(step);
        return TAKEN.size();
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        int number = take("headers");
        return new MultivaluedHashMap<>(Map.of("X-Factory", String.valueOf(number)));
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().add("X-Filter", String.valueOf(take("request")));
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        take("write");
        context.getHeaders().putSingle("X-Writer", "was here");
        context.proceed();
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        take("response " + response.getStatus());
        response.getHeaders().putSingle("X-Filtered", response.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        take("read");
        return context.proceed();
    }

    @Override
    public WrongAnswer toThrowable(Response response) {
        take("mapper " + response.getStatus());
        return new WrongAnswer(response.getStatus() + " " + response.readEntity(String.class));
    }
}
