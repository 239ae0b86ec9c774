package dev.tollgate.quarkus.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** The readiness check, where quarkus-smallrye-health is and nobody has switched it off. */
class HealthProcessor {

    private static final String CHECK = "dev.tollgate.quarkus.health.TokensReadiness";

    @BuildStep
    void check(
            Capabilities capabilities,
            TollgateBuildConfig config,
            BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (capabilities.isPresent(Capability.SMALLRYE_HEALTH)
                && config.health().enabled()) {
            beans.produce(AdditionalBeanBuildItem.builder()
                    .addBeanClass(CHECK)
                    .setDefaultScope(BuiltinScope.SINGLETON.getName())
                    .setUnremovable()
                    .build());
        } else {
            excluded.produce(new ExcludedTypeBuildItem(CHECK));
        }
    }
}
