package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.Realms;
import dev.tollgate.rest.wiring.TollgateExtension;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application whose class loader does not find the filters would call without tokens: one with a realm does not start. */
class FiltersNotAskedForTest {

    private final ClassLoader outside = Thread.currentThread().getContextClassLoader();

    @RegisterRestClient(baseUri = "http://localhost:1")
    @TokenRealm("shop")
    interface ShopClient {}

    @RegisterRestClient(baseUri = "http://localhost:1")
    interface PlainClient {}

    @BeforeEach
    void hideTheListener() {
        use(new WithoutListeners(outside));
    }

    private static void use(ClassLoader application) {
        ConfigProviderResolver.instance()
                .registerConfig(ConfigProviderResolver.instance().getBuilder().build(), application);
        Thread.currentThread().setContextClassLoader(application);
    }

    @AfterEach
    void comeBack() {
        Thread.currentThread().setContextClassLoader(outside);
    }

    @Test
    void realmIsRefused() {
        assertThatThrownBy(() -> start(ShopClient.class))
                .hasStackTraceContaining("realm 'shop' has clients, but their REST client (org.jboss.resteasy.")
                .hasStackTraceContaining(") has not asked for the filters of Tollgate: calls would carry no token.");
    }

    @Test
    void applicationWithoutARealmIsNot() {
        assertThatCode(() -> start(PlainClient.class)).doesNotThrowAnyException();
    }

    @Test
    void realmIsNotWhereTheListenerIsFound() {
        use(new ClassLoader(outside) {});

        assertThatCode(() -> start(ShopClient.class)).doesNotThrowAnyException();
    }

    private static void start(Class<?> client) {
        try (WeldContainer container = new Weld()
                .disableDiscovery()
                .addExtension(new TollgateExtension())
                .addBeanClasses(Realms.class, client)
                .initialize()) {
            container.isRunning();
        }
    }

    private static final class WithoutListeners extends ClassLoader {

        WithoutListeners(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.endsWith(RestClientBuilderListener.class.getName())
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }
}
