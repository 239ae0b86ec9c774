package dev.tollgate.rest.wiring;

import dev.tollgate.rest.realm.Realms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/**
 * Starts the realms with the application: the threads of the server are to be had by the thread that does so, not by each
 * that makes a call.
 */
@ApplicationScoped
public class StartWithTheApplication {

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, Realms realms) {
        // the proxy is not enough: the bean is made, and started, when it is asked
        realms.realms();
    }

    /** While all beans are still there. */
    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event, Realms realms) {
        realms.windDown();
    }
}
