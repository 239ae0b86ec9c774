package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.devui.RealmsService;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** The card of the Dev UI, in dev mode only. */
class DevUiProcessor {

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    CardPageBuildItem card() {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder()
                .title("Realms")
                .icon("font-awesome-solid:key")
                .componentLink("qwc-tollgate-realms.js")
                .dynamicLabelJsonRPCMethodName("count"));
        return card;
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    JsonRPCProvidersBuildItem service() {
        return new JsonRPCProvidersBuildItem(RealmsService.class);
    }

    /** Nothing observes, and nothing can be signed out from outside, in an application that is not being developed. */
    @BuildStep(onlyIfNot = IsLocalDevelopment.class)
    ExcludedTypeBuildItem nothingElsewhere() {
        return new ExcludedTypeBuildItem("dev.tollgate.quarkus.devui.*");
    }
}
