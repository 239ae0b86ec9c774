package dev.tollgate.it.elsewhere;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.it.elsewhere.plain.PlainClient;
import dev.tollgate.it.elsewhere.realm.ShopClient;
import dev.tollgate.rest.Tollgate;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications as WARs with Tollgate's two jars among their libraries. */
public final class Wars {

    private Wars() {}

    /** The application without a realm, written into {@code folder} as {@code plain.war}. */
    public static Path plain(Path folder, URI service) {
        return write(folder, "plain.war", PlainClient.class, "plain/mp-rest/url=" + service);
    }

    /** The application with the realm {@code shop}, written into {@code folder} as {@code realm.war}. */
    public static Path realm(Path folder, URI service) {
        return write(folder, "realm.war", ShopClient.class, "shop/mp-rest/url=" + service);
    }

    private static Path write(Path folder, String name, Class<?> client, String properties) {
        Path war = folder.resolve(name);
        ShrinkWrap.create(WebArchive.class, name)
                .addPackage(client.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(new StringAsset(properties), "META-INF/microprofile-config.properties")
                .addAsLibraries(
                        library(Tollgate.class, "tollgate-rest-client.jar"),
                        library(TokenGate.class, "tollgate-core.jar"))
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }

    private static JavaArchive library(Class<?> type, String name) {
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
