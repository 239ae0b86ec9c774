package dev.tollgate.it.wildfly;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.badinput.BadInput;
import dev.tollgate.it.scenarios.client.ShopClient;
import dev.tollgate.it.scenarios.custom.Service;
import dev.tollgate.it.scenarios.oauth2.ProvenClient;
import dev.tollgate.it.scenarios.principal.CallersToken;
import dev.tollgate.it.scenarios.sessions.UsersClient;
import dev.tollgate.it.scenarios.wire.WireProxy;
import dev.tollgate.it.scenarios.wire.Wired;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.testkit.FakeServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.ClassLoaderAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs as an application has them: its classes and configuration inside, Tollgate's two jars among its libraries. */
final class Deployments {

    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";
    private static final String CONFIG_SOURCES = "META-INF/services/org.eclipse.microprofile.config.spi.ConfigSource";

    private Deployments() {}

    /** @param properties configuration beside that of all scenarios */
    static Archive<?> scenarios(String... properties) {
        return withTests(ShrinkWrap.create(WebArchive.class)
                .addPackage(ShopClient.class.getPackage())
                .addPackage(Service.class.getPackage())
                .addAsWebInfResource("beans.xml")
                .addAsResource(configuration(properties), CONFIGURATION)
                .addAsResource(new ClassLoaderAsset(CONFIG_SOURCES), CONFIG_SOURCES)
                .addAsLibraries(
                        Libraries.of(Tollgate.class, "tollgate-rest-client.jar"),
                        Libraries.of(TokenGate.class, "tollgate-core.jar")));
    }

    /** The same application with many users. */
    static Archive<?> sessions() {
        return scenarios().as(WebArchive.class).addPackage(UsersClient.class.getPackage());
    }

    /** The same where a bean of the application is what MicroProfile JWT has. */
    static Archive<?> principals() {
        return sessions()
                .as(WebArchive.class)
                .addPackage(CallersToken.class.getPackage())
                .addAsLibrary(Libraries.of(JsonWebToken.class, "microprofile-jwt-auth-api.jar"));
    }

    /** The same with a client behind the proxy. */
    static Archive<?> wired() {
        return scenarios().as(WebArchive.class).addPackage(Wired.class.getPackage());
    }

    /** An application whose tokens come from an authorization server, with all that Tollgate needs for it. */
    static Archive<?> oauth2() {
        return scenarios()
                .as(WebArchive.class)
                .addPackage(ProvenClient.class.getPackage())
                .addAsResource("mutual-tls.properties")
                .addAsLibraries(Libraries.provider());
    }

    private static Asset configuration(String... properties) {
        try (InputStream scenarios = new ClassLoaderAsset(CONFIGURATION).openStream()) {
            return new StringAsset(new String(scenarios.readAllBytes(), UTF_8) + "\n" + String.join("\n", properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebArchive withTests(WebArchive application) {
        return application
                // the fake server is one of the JDK's, which a deployment does not see unasked
                .addAsManifestResource(
                        new StringAsset("Manifest-Version: 1.0\nDependencies: jdk.httpserver\n"), "MANIFEST.MF")
                .addPackage(ShopScenario.class.getPackage())
                // no bean archive: some of its client interfaces would stop the start
                .addAsLibrary(
                        ShrinkWrap.create(JavaArchive.class, "bad-input.jar").addPackage(BadInput.class.getPackage()))
                .addClasses(InWildFly.class, TemplatesOnce.class, WireProxy.class)
                .addAsLibraries(
                        Libraries.of(FakeServer.class, "tollgate-testkit.jar"),
                        Libraries.of(Assertions.class, "assertj-core.jar"));
    }
}
