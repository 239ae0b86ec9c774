package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.wiring.BuiltApplication;
import io.quarkus.builder.item.SimpleBuildItem;

/** What was found in the application, without any mistake in it. */
public final class FoundBuildItem extends SimpleBuildItem {

    private final BuiltApplication application;

    FoundBuildItem(BuiltApplication application) {
        this.application = application;
    }

    /** What was found. */
    public BuiltApplication application() {
        return application;
    }
}
