package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.realm.Realms;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts the realms when the application starts, and not when it is built. */
@ApplicationScoped
public class StartWithQuarkus {

    void start(@Observes StartupEvent event, Realms realms) {
        // the proxy is not enough: the bean is made, and started, when it is asked
        realms.realms();
    }

    /** After what the application itself does at its end, and while its clients still work. */
    void end(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event, Realms realms) {
        realms.windDown();
    }
}
