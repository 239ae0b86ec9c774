package dev.tollgate.it.wildfly;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Where a flight ran. */
record Flight(Thread thread, ClassLoader loader, boolean hasNames, int request) {

    private static final AtomicReference<@Nullable Flight> LAST = new AtomicReference<>();

    /** The one that has not been asked for yet. */
    static Flight last() {
        return Objects.requireNonNull(LAST.getAndSet(null), "nothing was refreshed");
    }

    private static Flight now() {
        Thread thread = Thread.currentThread();
        return new Flight(
                thread,
                thread.getContextClassLoader(),
                hasNamesOfTheApplication(),
                CDI.current().select(OfARequest.class).get().number());
    }

    @SuppressWarnings("BanJNDI") // a fixed name
    private static boolean hasNamesOfTheApplication() {
        try {
            return new InitialContext().lookup("java:comp/DefaultManagedExecutorService") != null;
        } catch (NamingException e) {
            return false;
        }
    }

    /** The application's filter, which runs on the thread of a flight when that calls the token endpoint. */
    public static class Seen implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            if (request.getUri().getPath().equals("/token")) {
                LAST.set(now());
            }
        }
    }

    /** One for each request context. */
    @RequestScoped
    public static class OfARequest {

        private static final AtomicInteger MADE = new AtomicInteger();
        private final int number = MADE.incrementAndGet();

        int number() {
            return number;
        }
    }
}
