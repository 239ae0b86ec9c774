package dev.tollgate.rest.realm;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The threads of the Jakarta EE server that the application runs in. */
final class ContainerThreads {

    private ContainerThreads() {}

    /**
     * Makes threads with the context of the thread that calls this now; empty where there is no such server, or where this
     * thread does not belong to one of its applications.
     */
    @SuppressWarnings("BanJNDI") // these names are fixed, and the server's own
    static Optional<ThreadFactory> factory() {
        try {
            InitialContext names = new InitialContext();
            return Optional.of(Managed.factory(
                    names.lookup("java:comp/DefaultContextService"),
                    names.lookup("java:comp/DefaultManagedThreadFactory")));
        } catch (NamingException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** By itself, since the API need not be there. */
    private static final class Managed {

        /**
         * A server gives a new thread the context of whoever has it made, for all the work that the thread does later.
         * That would be any call, or a thread that knows nothing of the application.
         */
        static ThreadFactory factory(Object contexts, Object threads) {
            ThreadFactory managed = (ManagedThreadFactory) threads;
            return ((ContextService) contexts).createContextualProxy(managed, ThreadFactory.class);
        }
    }
}
