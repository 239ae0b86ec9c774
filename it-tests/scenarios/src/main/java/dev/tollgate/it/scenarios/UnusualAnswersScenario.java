package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.badinput.TokenAnswers;
import dev.tollgate.it.scenarios.client.ClockClient;
import dev.tollgate.it.scenarios.client.FrailClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that once were not told as they should be. */
public abstract class UnusualAnswersScenario extends ShopScenario {

    private static final Answer.Reply INJECTION = Answer.status(200)
            .body(
                    "application/json",
                    "{\"access_token\":\"at-new\",\"token_type\":\"Bearer x\\r\\nX-Admin: yes\\r\\nX:\"}");

    @Inject
    @RestClient
    FrailClient frail;

    @Inject
    @RestClient
    ClockClient shopElsewhere;

    private String realm = "frail";

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm(realm);
    }

    @Test
    void loginThatIsTooLargeIsToldAsSuch() {
        assertUnusableLogin(TokenAnswers.tooLarge());
    }

    @Test
    void loginThatIsCutShortIsToldAsSuch() {
        assertUnusableLogin(Answer.cutShort(Answer.status(200).body("application/json", "at-new")));
    }

    private void assertUnusableLogin(Answer answer) {
        realm().signOut();
        server.faults().next("/login", answer);

        assertThatThrownBy(() -> frail.login(credentials("alice")))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("FrailClient.login");
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void tokenTypeThatCouldStartAnotherHeaderIsRefused() {
        frail.login(credentials("alice"));
        expireLocally();
        server.faults().next("/token", INJECTION);

        assertThatThrownBy(() -> frail.place(credentials("order")))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("token_type must be the name of an authentication scheme");
    }

    @Test
    void dateOfRetryAfterIsReadByTheClockOfTheServer() {
        realm = "clock";
        ServerWithAnotherClock.isAheadBy(Duration.ofHours(1));
        shopElsewhere.login(credentials("alice"));
        expireLocally();
        server.faults().next("/token", Answer.status(503).header("Retry-After", inAnHourAnd(Duration.ofMinutes(1))));

        assertThatThrownBy(() -> shopElsewhere.place(credentials("order")))
                .isInstanceOfSatisfying(TokenUnavailableException.class, failure -> assertThat(failure.retryAt())
                        .isBefore(Instant.now().plus(Duration.ofMinutes(2))));
    }

    private static String inAnHourAnd(Duration more) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1).plus(more));
    }
}
