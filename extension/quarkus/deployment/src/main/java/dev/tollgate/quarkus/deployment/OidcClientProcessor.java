package dev.tollgate.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Says where two put a token on the same requests. */
class OidcClientProcessor {

    private static final Logger LOG = Logger.getLogger("dev.tollgate.quarkus");

    @BuildStep
    @Produce(ServiceStartBuildItem.class)
    void warn(FoundBuildItem found, CombinedIndexBuildItem index) {
        OtherTokens others = new OtherTokens(index.getIndex(), ConfigProvider.getConfig());
        found.clients().forEach((client, realm) -> others.on(client)
                .ifPresent(other -> LOG.warn(client + " is in the realm '" + realm + "', and " + other
                        + " puts another token on its requests: one of the two is enough. Remove it, or take the"
                        + " interface out of the realm")));
    }
}
