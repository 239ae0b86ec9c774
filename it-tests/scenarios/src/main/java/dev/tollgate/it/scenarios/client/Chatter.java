package dev.tollgate.it.scenarios.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Fails each refresh with exceptions that show the whole address, as it is and decoded. */
public class Chatter implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        URI uri = request.getUri();
        if (uri.getPath().endsWith("/token")) {
            IOException failure = new ConnectException("no answer from " + uri);
            failure.initCause(new IllegalStateException(URLDecoder.decode(uri.toString(), StandardCharsets.UTF_8)));
            failure.addSuppressed(new IOException("tried again: " + uri.getRawQuery()));
            throw failure;
        }
    }
}
