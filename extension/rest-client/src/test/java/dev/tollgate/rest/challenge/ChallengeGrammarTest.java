package dev.tollgate.rest.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 §11.6.1 and RFC 6750 §3: what well-formed headers say. */
class ChallengeGrammarTest {

    @Test
    void noHeaderMeansNoChallenge() {
        assertThat(Challenge.parse(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", ",", " , ,, "})
    void headerThatSaysNothingMeansNoChallenge(String header) {
        assertThat(Challenge.parse(List.of(header))).isEmpty();
    }

    @Test
    void schemeMayStandAlone() {
        assertThat(parse("Bearer")).containsExactly(new Challenge("Bearer", Map.of()));
    }

    @Test
    void parametersAreQuotedOrNot() {
        assertThat(parse("Bearer realm=\"the shop\", error=invalid_token, error_description=\"\""))
                .containsExactly(new Challenge(
                        "Bearer", Map.of("realm", "the shop", "error", "invalid_token", "error_description", "")));
    }

    @Test
    void whiteSpaceMayStandAroundTheEqualsSign() {
        assertThat(parse("Bearer error = \"invalid_token\" ,realm\t=\tshop"))
                .containsExactly(new Challenge("Bearer", Map.of("error", "invalid_token", "realm", "shop")));
    }

    @Test
    void parameterNamesAreInLowerCaseAndValuesAsTheyWere() {
        assertThat(parse("bEaReR ERROR=Invalid_Token"))
                .containsExactly(new Challenge("bEaReR", Map.of("error", "Invalid_Token")));
    }

    @Test
    void quotedTextMayContainCommasEqualsSignsAndEscapedQuotes() {
        assertThat(parse("Bearer error_description=\"gone, error=no; \\\"sorry\\\" c:\\\\x\", error=\"invalid_token\""))
                .containsExactly(new Challenge(
                        "Bearer",
                        Map.of("error_description", "gone, error=no; \"sorry\" c:\\x", "error", "invalid_token")));
    }

    @Test
    void quotedTextOfOneParameterIsNotReadAsAnotherChallenge() {
        assertThat(parse("Basic realm=\"Bearer error=invalid_token, DPoP\""))
                .containsExactly(new Challenge("Basic", Map.of("realm", "Bearer error=invalid_token, DPoP")));
    }

    @Test
    void challengesOfSeveralHeadersAreKeptInOrder() {
        assertThat(Challenge.parse(List.of("Basic realm=a", "Bearer, DPoP algs=\"ES256 PS256\"")))
                .containsExactly(
                        new Challenge("Basic", Map.of("realm", "a")),
                        new Challenge("Bearer", Map.of()),
                        new Challenge("DPoP", Map.of("algs", "ES256 PS256")));
    }

    @Test
    void parametersOfOneHeaderDoNotLeakIntoTheNext() {
        assertThat(Challenge.parse(List.of("Bearer", "error=invalid_token")))
                .containsExactly(new Challenge("Bearer", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc==", "abc=", "abc", "oRQw/EqAD+CgEB", "a.b_c~d-e=", "bearer"})
    void token68IsNeitherAParameterNorAChallenge(String token68) {
        assertThat(parse("Negotiate " + token68 + ", Bearer error=invalid_token"))
                .containsExactly(
                        new Challenge("Negotiate", Map.of()),
                        new Challenge("Bearer", Map.of("error", "invalid_token")));
        assertThat(parse("Negotiate " + token68)).containsExactly(new Challenge("Negotiate", Map.of()));
    }

    private static List<Challenge> parse(String header) {
        return Challenge.parse(List.of(header));
    }
}
