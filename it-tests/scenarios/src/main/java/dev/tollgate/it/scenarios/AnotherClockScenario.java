package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.client.ClockClient;
import dev.tollgate.rest.Realm;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clocks of the servers are an hour off: lifetimes are counted from the arrival of the tokens, by our own clock. */
public abstract class AnotherClockScenario extends ShopScenario {

    @Inject
    @RestClient
    ClockClient shopElsewhere;

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("clock");
    }

    @ParameterizedTest(name = "{0} hour")
    @ValueSource(ints = {1, -1})
    void tokenIsNotRefreshedEarly(int hours) {
        ServerWithAnotherClock.isAheadBy(Duration.ofHours(hours));
        shopElsewhere.login(credentials("alice"));

        try (Response answer = shopElsewhere.placeForResponse(credentials("order"))) {
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getDate().toInstant())
                    .isCloseTo(Instant.now().plus(Duration.ofHours(hours)), within(1, ChronoUnit.MINUTES));
        }
        assertThat(server.tokens().refreshAttempts()).isZero();
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    @ParameterizedTest(name = "{0} hour")
    @ValueSource(ints = {1, -1})
    void tokenIsNotRefreshedLate(int hours) {
        ServerWithAnotherClock.isAheadBy(Duration.ofHours(hours));
        server.tokens().advertisedLifetime(Duration.ZERO);
        shopElsewhere.login(credentials("alice"));
        server.tokens().advertisedLifetime(null);

        assertThat(shopElsewhere.place(credentials("order")).getInt("generation"))
                .isEqualTo(1);

        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.resources().rejected()).isZero();
    }

    @ParameterizedTest(name = "{0} hour")
    @ValueSource(ints = {1, -1})
    void endOfATokenIsToldByOurClock(int hours) {
        ServerWithAnotherClock.isAheadBy(Duration.ofHours(hours));
        server.tokens().lifetime(Duration.ofMinutes(10));
        shopElsewhere.login(credentials("alice"));

        assertThat(realm().status().expiresAt().orElseThrow())
                .isCloseTo(Instant.now().plus(Duration.ofMinutes(10)), within(1, ChronoUnit.MINUTES));
    }
}
