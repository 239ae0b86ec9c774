package dev.tollgate.rest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.challenge.Challenge;
import dev.tollgate.rest.replay.ReplayRule.Answer;
import dev.tollgate.rest.replay.ReplayRule.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayRuleTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | | ACCEPTED",
                "204 | | ACCEPTED",
                "403 | Bearer error=insufficient_scope | ACCEPTED",
                "500 | | ACCEPTED",
                "407 | | ACCEPTED",
                "401 | | REPLAY",
                "401 | Bearer | REPLAY",
                "401 | Bearer error=invalid_token | REPLAY",
                "401 | DPoP error=invalid_token | REPLAY",
                "401 | Basic realm=x, Bearer realm=x | REPLAY",
                "401 | Basic realm=x | HAND_OVER",
                "401 | Bearer error=insufficient_scope | HAND_OVER",
                "401 | Bearer error=insufficient_user_authentication | HAND_OVER"
            })
    void answerOfAServer(int status, @Nullable String header, Decision decision) {
        assertThat(ReplayRule.decide(new Answer(status, challenges(header), false, () -> true, false), false))
                .isEqualTo(decision);
    }

    @Test
    void answerOfARequestFilterIsNeverReplayed() {
        assertThat(ReplayRule.decide(new Answer(401, List.of(), true, () -> true, false), false))
                .isEqualTo(Decision.HAND_OVER);
    }

    @Test
    void callThatCanNotBeRepeatedOnlyRefreshes() {
        assertThat(ReplayRule.decide(new Answer(401, List.of(), false, () -> false, false), false))
                .isEqualTo(Decision.REFRESH_ONLY);
        assertThat(ReplayRule.decide(new Answer(200, List.of(), false, () -> false, false), false))
                .isEqualTo(Decision.ACCEPTED);
    }

    @ParameterizedTest(name = "{0}, repeatable {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DPoP error=use_dpop_nonce | true | PROVE_ANEW",
                "dpop error=use_dpop_nonce | true | PROVE_ANEW",
                "Bearer error=invalid_token, DPoP error=use_dpop_nonce | true | PROVE_ANEW",
                "DPoP error=use_dpop_nonce | false | HAND_OVER",
                "Bearer error=use_dpop_nonce | true | HAND_OVER",
                "DPoP error=invalid_token | true | REPLAY",
                "DPoP error=invalid_dpop_proof | true | HAND_OVER"
            })
    void nonceIsForTheProofAndNotForTheToken(String header, boolean repeatable, Decision decision) {
        assertThat(ReplayRule.decide(new Answer(401, challenges(header), false, () -> repeatable, true), false))
                .isEqualTo(decision);
    }

    @Test
    void nonceThatWasOfferedWithAnythingButA401IsForLater() {
        assertThat(ReplayRule.decide(
                        new Answer(403, challenges("DPoP error=use_dpop_nonce"), false, () -> true, true), false))
                .isEqualTo(Decision.ACCEPTED);
    }

    private static List<Challenge> challenges(@Nullable String header) {
        return header == null ? List.of() : Challenge.parse(List.of(header));
    }
}
