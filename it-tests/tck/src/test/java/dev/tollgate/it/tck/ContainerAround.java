package dev.tollgate.it.tck;

import dev.tollgate.it.tck.deployed.AnyToken;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.tck.sse.RsSseClient;
import org.eclipse.microprofile.rest.client.tck.sse.RsWeatherEventClient;
import org.jboss.arquillian.testng.Arquillian;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.testng.IClassListener;
import org.testng.ITestClass;

/**
 * Some tests of the TCK, those of server-sent events, are no tests in a container. Around them we start one with a realm,
 * since there are no tokens without.
 */
public final class ContainerAround implements IClassListener {

    private static final String CLIENTS = "tollgate.tck.clients";

    private @Nullable WeldContainer container;

    @Override
    public void onBeforeClass(ITestClass test) {
        if (Run.current().hasRealm() && !Arquillian.class.isAssignableFrom(test.getRealClass())) {
            System.setProperty(
                    CLIENTS,
                    Stream.of(RsSseClient.class, RsWeatherEventClient.class)
                            .map(Class::getName)
                            .collect(Collectors.joining(",")));
            container = new Weld().addBeanClass(AnyToken.class).initialize();
        }
    }

    @Override
    public void onAfterClass(ITestClass test) {
        if (container != null) {
            container.shutdown();
            container = null;
            System.clearProperty(CLIENTS);
        }
    }
}
