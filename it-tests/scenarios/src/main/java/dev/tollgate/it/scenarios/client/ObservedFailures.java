package dev.tollgate.it.scenarios.client;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The application's own exception mapper. */
public class ObservedFailures implements ResponseExceptionMapper<WebApplicationException> {

    public static final List<Integer> STATUSES = new CopyOnWriteArrayList<>();

    @Override
    public @Nullable WebApplicationException toThrowable(Response response) {
        STATUSES.add(response.getStatus());
        return null;
    }
}
