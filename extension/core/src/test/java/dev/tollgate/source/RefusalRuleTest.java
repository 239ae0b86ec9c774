package dev.tollgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantee 4: an OAuth error decides, whatever the status; without one the status does. */
class RefusalRuleTest {

    private static final RefusalRule OWN =
            new RefusalRule(Set.of("interaction_required", "invalid_client"), Set.of(401, 419));

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "200, invalid_grant, Terminal",
        "500, invalid_grant, Terminal",
        "502, invalid_grant, Terminal",
        "429, INVALID_GRANT, Terminal",
        "400, server_error, Transient",
        "401, internal_failure, Transient",
        "400, slow_down, Transient",
        "504, temporarily_unavailable, Transient",
        "400, invalid_client, Configuration",
        "500, invalid_client, Configuration",
        "200, Unauthorized_Client, Configuration",
        "403, unsupported_grant_type, Configuration",
        "400, something_else, Configuration",
        "401, token-expired, Configuration",
        "403, E0000011, Configuration",
        "429, too_many_attempts, Transient",
        "503, maintenance, Transient",
        "504, upstream_timeout, OutcomeUnknown",
        "400, Bad Request, Transient",
        "401, Unauthorized, Transient",
        "503, service-unavailable, Transient",
        "400, the token is too old, Transient",
        "400, , Transient",
        "401, , Transient",
        "403, , Transient",
        "404, , Configuration",
        "408, , OutcomeUnknown",
        "502, , OutcomeUnknown",
        "500, , Transient"
    })
    void authorizationServer(int status, @Nullable String error, String kind) {
        assertThat(kind(RefusalRule.AUTHORIZATION_SERVER, status, error)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "400, , Terminal",
        "401, Unauthorized, Terminal",
        "403, Forbidden, Terminal",
        "401, invalid_client, Configuration",
        "400, something_else, Configuration",
        "400, server_error, Transient",
        "419, , Configuration"
    })
    void serviceWithALoginOfItsOwn(int status, @Nullable String error, String kind) {
        assertThat(kind(RefusalRule.SERVICE, status, error)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "400, invalid_grant, Terminal",
        "400, interaction_required, Terminal",
        "503, Interaction_Required, Terminal",
        "401, invalid_client, Terminal",
        "419, , Terminal",
        "401, , Terminal",
        "400, , Transient",
        "403, , Transient"
    })
    void keysOfTheRealm(int status, @Nullable String error, String kind) {
        assertThat(kind(OWN, status, error)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client, client-secret",
        "unauthorized_client, grant",
        "invalid_scope, scope",
        "invalid_target, audience",
        "something_else, terminal-errors"
    })
    void messageNamesTheKeyToLookAt(String error, String key) {
        assertThat(failure(RefusalRule.AUTHORIZATION_SERVER, 400, error)).hasMessageContaining(key);
    }

    @Test
    void serversWordsAreShownWithoutSecretsAndNotAtAnyLength() {
        OAuthError error = new OAuthError("invalid_grant", Optional.of("rt-1 is\r\nused up " + "x".repeat(1000)));
        Refusal refusal = new Refusal(400, Optional.of(error), Optional.empty());

        TokenFailure failure = RefusalRule.SERVICE.failure(refusal, "Shop.refresh", List.of("rt-1"));

        assertThat(failure.getMessage())
                .startsWith("Shop.refresh was answered with 400 invalid_grant: (secret) is  used up xxx")
                .hasSizeLessThan(400);
    }

    @Test
    void pauseThatTheServerAsksForGoesWithWhatIsTransient() {
        Optional<Duration> pause = Optional.of(Duration.ofSeconds(7));
        for (int status : new int[] {403, 429, 503}) {
            Refusal refusal = new Refusal(status, Optional.empty(), pause);
            assertThat(RefusalRule.AUTHORIZATION_SERVER.failure(refusal, "POST", List.of()))
                    .isInstanceOfSatisfying(TokenFailure.Transient.class, later -> assertThat(later.retryAfter())
                            .isEqualTo(pause));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error=invalid_grant",
                "error_description=used+up&error=invalid_grant&error_uri=",
                " error=invalid%5Fgrant&error_description=used%20up\r\n"
            })
    void errorMayComeAsAForm(String body) {
        assertThat(OAuthError.ofForm(body).map(OAuthError::code)).contains("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a href=\"/login?x=1&error=invalid_grant\">",
                "see /login?x=1&error=invalid_grant",
                "my_error=invalid_grant",
                "error=%zz",
                "error="
            })
    void whatIsNoFormHasNoError(String body) {
        assertThat(OAuthError.ofForm(body)).isEmpty();
    }

    private static String kind(RefusalRule rule, int status, @Nullable String error) {
        return failure(rule, status, error).getClass().getSimpleName();
    }

    private static TokenFailure failure(RefusalRule rule, int status, @Nullable String error) {
        Optional<OAuthError> told = OAuthError.of(Optional.ofNullable(error), Optional.empty());
        return rule.failure(new Refusal(status, told, Optional.empty()), "POST /token", List.of());
    }
}
