package dev.tollgate.it.tck;

import dev.tollgate.it.tck.deployed.AnyToken;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.container.LibraryContainer;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Puts all client interfaces of a deployment into a realm, by configuration, since those of the TCK can not be edited. */
public final class RealmLibrary implements ApplicationArchiveProcessor {

    private static final OutsideTheRealm OUTSIDE = OutsideTheRealm.read();

    @Override
    public void process(Archive<?> deployment, TestClass test) {
        Set<Class<?>> clients = ClientInterfaces.of(deployment, test.getJavaClass());
        clients.removeIf(client -> OUTSIDE.contains(test.getJavaClass(), client));
        if (!clients.isEmpty()) {
            ((LibraryContainer<?>) deployment).addAsLibrary(realm(clients));
        }
    }

    private static JavaArchive realm(Set<Class<?>> clients) {
        String names = clients.stream().map(Class::getName).collect(Collectors.joining(","));
        return ShrinkWrap.create(JavaArchive.class, "realm.jar")
                .addClass(AnyToken.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsManifestResource(
                        new StringAsset("tollgate.tck.clients=" + names), "microprofile-config.properties");
    }
}
