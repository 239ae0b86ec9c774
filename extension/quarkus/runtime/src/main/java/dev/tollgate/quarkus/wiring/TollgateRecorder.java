package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmCatalog;
import dev.tollgate.rest.realm.RealmPlanner;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.runtime.annotations.Recorder;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plans the realms when the application starts, from what was found when it was built. */
@Recorder
public class TollgateRecorder {

    /** The realms of {@code built}, with the configuration that the application is started with. */
    public Supplier<RealmCatalog> plan(BuiltApplication built) {
        return () -> {
            Config config = ConfigProvider.getConfig();
            Problems problems = new Problems();
            RealmCatalog realms =
                    RealmPlanner.plan(new FoundByName(TollgateRecorder::bean).of(built), config, problems);
            new FixedProperties(built.fixed(), config).check(realms.realms().keySet(), problems);
            problems.warn();
            problems.report();
            return realms;
        };
    }

    private static Object bean(String identifier) {
        InjectableBean<Object> bean = Arc.container().bean(identifier);
        return Arc.container().instance(bean).get();
    }
}
