package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.BodiesScenario;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.client.jaxrs.engines.URLConnectionEngine;
import org.jboss.shrinkwrap.api.Archive;

/** RESTEasy's engine on the JDK's old connections. What it does with GET is shown by {@link RedirectsTest}. */
@ArquillianTest
class BodiesOnUrlConnectionsTest extends BodiesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @Override
    protected <T> T client(Class<T> type) {
        return RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(new URLConnectionEngine())
                .build(type);
    }
}
