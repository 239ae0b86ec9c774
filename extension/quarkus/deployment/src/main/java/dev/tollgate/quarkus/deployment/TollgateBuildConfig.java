package dev.tollgate.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Tollgate: what is decided when the application is built. */
@ConfigMapping(prefix = "quarkus.tollgate")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface TollgateBuildConfig {

    /** The readiness check. */
    Health health();

    /** The readiness check. */
    interface Health {
        /** Whether there is a readiness check, provided that quarkus-smallrye-health is there. */
        @WithDefault("true")
        boolean enabled();
    }
}
