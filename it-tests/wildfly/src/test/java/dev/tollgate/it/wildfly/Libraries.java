package dev.tollgate.it.wildfly;

import java.io.File;
import java.net.URISyntaxException;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** What is on the class path of the tests, as jars. */
final class Libraries {

    private Libraries() {}

    /** The jar that {@code type} comes from; Maven has packed it, or not yet. */
    static JavaArchive of(Class<?> type, String name) {
        File place = placeOf(type);
        JavaArchive library = ShrinkWrap.create(JavaArchive.class, name);
        return place.isDirectory()
                ? library.as(ExplodedImporter.class).importDirectory(place).as(JavaArchive.class)
                : library.as(ZipImporter.class).importFrom(place).as(JavaArchive.class);
    }

    private static File placeOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
