package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.realm.Realms;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts the realms when the application starts, and not when it is built. */
@ApplicationScoped
public class StartWithQuarkus {

    void start(@Observes StartupEvent event, Realms realms) {
        // the proxy is not enough: the bean is made, and started, when it is asked
        realms.realms();
    }
}
