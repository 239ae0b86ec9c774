package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.RetryScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class RetryTest extends RetryScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    /** They run on the server's default executor, which has two threads for each processor and no more. */
    @Override
    protected int asynchronousCallsAtOnce() {
        return Math.min(
                super.asynchronousCallsAtOnce(), 2 * Runtime.getRuntime().availableProcessors());
    }
}
