package dev.tollgate.it.tck;

import dev.tollgate.rest.Tollgate;
import java.io.File;
import java.net.URISyntaxException;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.container.LibraryContainer;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Puts the jar into {@code WEB-INF/lib}, as an application would. */
public final class TollgateLibrary implements ApplicationArchiveProcessor {

    @Override
    public void process(Archive<?> deployment, TestClass test) {
        ((LibraryContainer<?>) deployment).addAsLibrary(jar());
    }

    private static JavaArchive jar() {
        File where = location(Tollgate.class);
        String name = "tollgate-rest-client.jar";
        return where.isDirectory() // in a build that ends before "package"
                ? ShrinkWrap.create(ExplodedImporter.class, name)
                        .importDirectory(where)
                        .as(JavaArchive.class)
                : ShrinkWrap.create(ZipImporter.class, name).importFrom(where).as(JavaArchive.class);
    }

    private static File location(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
