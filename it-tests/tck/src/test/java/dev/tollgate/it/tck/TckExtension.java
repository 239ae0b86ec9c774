package dev.tollgate.it.tck;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Adds to each deployment of the TCK what the run asks for. */
public final class TckExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        Run run = Run.current();
        if (run.hasTollgate()) {
            builder.service(ApplicationArchiveProcessor.class, TollgateLibrary.class);
        }
        if (run.hasRealm()) {
            builder.service(ApplicationArchiveProcessor.class, RealmLibrary.class);
        }
    }
}
