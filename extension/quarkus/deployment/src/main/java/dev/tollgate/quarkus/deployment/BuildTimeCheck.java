package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.wiring.BuiltApplication;
import dev.tollgate.quarkus.wiring.FoundByName;
import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmCatalog;
import dev.tollgate.rest.realm.RealmPlanner;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * Finds the mistakes that no configuration of the running application can mend: roles, signatures of refresh methods,
 * beans of realms that there are not.
 */
final class BuildTimeCheck {

    private BuildTimeCheck() {}

    /** The realms of an application in which nothing is wrong. */
    static RealmCatalog of(BuiltApplication found, Config config) {
        Problems problems = new Problems();
        RealmCatalog realms =
                RealmPlanner.plan(new FoundByName(BuildTimeCheck::noBean).of(found), structure(config), problems);
        problems.report();
        return realms;
    }

    /** Without the values that are known only where the application runs. */
    private static Config structure(Config config) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new Structure(config))
                .build();
    }

    private static Object noBean(String identifier) {
        throw new IllegalStateException("there are no beans yet: " + identifier);
    }
}
