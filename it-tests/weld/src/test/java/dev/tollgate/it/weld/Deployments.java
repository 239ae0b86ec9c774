package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.client.ShopClient;
import dev.tollgate.it.scenarios.custom.Service;
import dev.tollgate.it.scenarios.principal.CallersToken;
import dev.tollgate.it.scenarios.sessions.UsersClient;
import dev.tollgate.it.scenarios.wire.Wired;
import dev.tollgate.rest.Tollgate;
import java.io.File;
import java.net.URISyntaxException;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR as an application has it: its client interfaces inside, the jar among its libraries. */
final class Deployments {

    private Deployments() {}

    static Archive<?> scenarios() {
        return ShrinkWrap.create(WebArchive.class)
                .addPackage(ShopClient.class.getPackage())
                .addPackage(Service.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibrary(libraryOf(Tollgate.class));
    }

    /** The same application with many users. */
    static Archive<?> sessions() {
        return scenarios().as(WebArchive.class).addPackage(UsersClient.class.getPackage());
    }

    /** The same where MicroProfile JWT tells who they are. */
    static Archive<?> principals() {
        return sessions().as(WebArchive.class).addPackage(CallersToken.class.getPackage());
    }

    /** The same with a client behind the proxy. */
    static Archive<?> wired(Class<?> client) {
        return scenarios().as(WebArchive.class).addClasses(Wired.class, client);
    }

    private static JavaArchive libraryOf(Class<?> type) {
        try {
            File place = new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            JavaArchive library = ShrinkWrap.create(JavaArchive.class, "tollgate-rest-client.jar");
            return place.isDirectory()
                    ? library.as(ExplodedImporter.class).importDirectory(place).as(JavaArchive.class)
                    : library.as(ZipImporter.class).importFrom(place).as(JavaArchive.class);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
