package dev.tollgate.quarkus.health;

import dev.tollgate.rest.Tollgate;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the clients of all realms could make their calls now. Asks nobody, and refreshes nothing. */
@Readiness
public class TokensReadiness implements HealthCheck {

    private final Tollgate tollgate;

    /** @param tollgate the realms */
    @Inject
    public TokensReadiness(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Tollgate").up();
        tollgate.realms().stream().sorted().forEach(name -> {
            RealmHealth health = RealmHealth.of(tollgate.realm(name).sessions());
            answer.withData(name, health.describe());
            if (!health.isUp()) {
                answer.down();
            }
        });
        return answer.build();
    }
}
