package dev.tollgate.rest.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

    @Test
    void parametersAreSeparatedLikeChallenges() {
        assertThat(parse("Bearer realm=\"api, v2\", error=\"invalid_token\", Basic realm=simple"))
                .containsExactly(
                        new Challenge("Bearer", Map.of("realm", "api, v2", "error", "invalid_token")),
                        new Challenge("Basic", Map.of("realm", "simple")));
    }

    @Test
    void challengesComeInSeveralHeadersToo() {
        assertThat(Challenge.parse(List.of("Basic realm=a", "Bearer")))
                .extracting(Challenge::scheme)
                .containsExactly("Basic", "Bearer");
    }

    @Test
    void quotesMayBeEscaped() {
        assertThat(parse("Bearer error_description=\"say \\\"please\\\"\""))
                .containsExactly(new Challenge("Bearer", Map.of("error_description", "say \"please\"")));
    }

    @Test
    void namesAreReadInAnyCaseAndTheFirstOfTwoCounts() {
        assertThat(parse("bearer ERROR=invalid_token, error=other").get(0).error())
                .hasValue("invalid_token");
    }

    @ParameterizedTest(name = "{0} asks for another token: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer | true",
                "Bearer realm=\"api\" | true",
                "bearer error=\"invalid_token\" | true",
                "DPoP error=\"invalid_token\", algs=\"ES256\" | true",
                "Bearer error=\"insufficient_scope\", scope=\"a b\" | false",
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"high\" | false",
                "Bearer error=\"invalid_request\" | false",
                "DPoP error=\"use_dpop_nonce\" | false",
                "Basic realm=\"api\" | false",
                "Negotiate abc== | false"
            })
    void onlyInvalidTokenAsksForAnotherOne(String header, boolean asks) {
        assertThat(parse(header)).isNotEmpty().allMatch(challenge -> challenge.asksForAnotherToken() == asks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",,,",
                "=x",
                "\"",
                "Bearer error=",
                "Bearer error=\"open",
                "Bearer =, =",
                "Bearer a=b=c",
                "\u0000"
            })
    void malformedHeaderNeverBreaksTheCall(String header) {
        assertThat(parse(header)).allMatch(challenge -> !challenge.scheme().isEmpty());
    }

    @Test
    void whatFollowsSomethingMalformedIsStillRead() {
        assertThat(parse("=x, Bearer error=\"invalid_token\""))
                .anyMatch(challenge -> challenge.error().equals(java.util.Optional.of("invalid_token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a=b,", "\\", "a ", "\"a\\"})
    void longHeaderIsReadInShortTime(String piece) {
        String header = "Bearer x=\"" + piece.repeat(20_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> parse(header));
    }

    @Test
    void anythingCanBeRead() {
        Random random = new Random(42);
        String alphabet = "aB=\", \\\t;é\u0000Bearer";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                header.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(parse(header.toString())).isNotNull();
        }
    }

    @Test
    void insufficientScopeTellsTheScopesAskedFor() {
        Challenge challenge = parse("Bearer error=\"insufficient_scope\", scope=\"orders:write  orders:read\"")
                .get(0);

        assertThat(challenge.asksForMoreScopes()).isTrue();
        assertThat(challenge.asksForStepUp()).isFalse();
        assertThat(challenge.scopes()).containsExactly("orders:write", "orders:read");
    }

    @Test
    void stepUpTellsWhatTheUserIsAskedFor() {
        Challenge challenge = parse(
                        "Bearer error=insufficient_user_authentication, acr_values=\"gold silver\", max_age=\"60\"")
                .get(0);

        assertThat(challenge.asksForStepUp()).isTrue();
        assertThat(challenge.asksForMoreScopes()).isFalse();
        assertThat(challenge.acrValues()).containsExactly("gold", "silver");
        assertThat(challenge.maxAge()).hasValue(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer max_age=soon", "Bearer max_age=-1", "Bearer max_age=99999999999999999999"})
    void whatIsNotAskedForIsEmpty(String header) {
        Challenge challenge = parse(header).get(0);

        assertThat(challenge.maxAge()).isEmpty();
        assertThat(challenge.scopes()).isEmpty();
        assertThat(challenge.acrValues()).isEmpty();
        assertThat(challenge.asksForMoreScopes() || challenge.asksForStepUp()).isFalse();
    }

    private static List<Challenge> parse(String header) {
        return Challenge.parse(List.of(header));
    }
}
