package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.RetryScenario;
import dev.tollgate.it.scenarios.client.Attempts;
import dev.tollgate.rest.SessionExpiredException;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetryTest extends RetryScenario {

    /** Quarkus wraps nothing of what a filter fails with, so {@code abortOn} sees it: there is no further attempt. */
    @Test
    @Override
    protected void sessionThatEndsDuringAnAsynchronousCallIsTriedOnceMoreWithoutATokenCall() throws Exception {
        server.tokens().endAllSessions();

        assertThat(failureOf(later(() -> steady.ordersLater()))).isInstanceOf(SessionExpiredException.class);
        assertThat(Attempts.count()).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api")).hasSize(1);
    }
}
