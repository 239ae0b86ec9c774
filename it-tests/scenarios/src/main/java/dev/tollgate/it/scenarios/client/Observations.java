package dev.tollgate.it.scenarios.client;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.rest.Tollgate;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The application's own filters: what they see of the calls of the {@link ShopClient}. */
public class Observations implements ClientRequestFilter, ClientResponseFilter {

    /** One request or answer as a filter saw it, and where the filter ran. */
    public record Seen(
            String path, int status, GateStatus.State state, String thread, ClassLoader loader, boolean hasRequest) {

        static Seen now(ClientRequestContext request, int status) {
            Thread thread = Thread.currentThread();
            return new Seen(
                    request.getUri().getPath(),
                    status,
                    CDI.current()
                            .select(Tollgate.class)
                            .get()
                            .realm("shop")
                            .status()
                            .state(),
                    thread.getName(),
                    thread.getContextClassLoader(),
                    isRequestActive());
        }

        private static boolean isRequestActive() {
            try {
                return CDI.current()
                        .getBeanManager()
                        .getContext(RequestScoped.class)
                        .isActive();
            } catch (ContextNotActiveException e) {
                return false;
            }
        }
    }

    public static final List<Seen> REQUESTS = new CopyOnWriteArrayList<>();
    public static final List<Seen> ANSWERS = new CopyOnWriteArrayList<>();

    public static void clear() {
        REQUESTS.clear();
        ANSWERS.clear();
    }

    @Override
    public void filter(ClientRequestContext request) {
        REQUESTS.add(Seen.now(request, 0));
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        ANSWERS.add(Seen.now(request, response.getStatus()));
    }
}
