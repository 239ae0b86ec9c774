package dev.tollgate.rest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.challenge.Challenge;
import dev.tollgate.rest.replay.ReplayRule.Answer;
import dev.tollgate.rest.replay.ReplayRule.Decision;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Status, challenge, origin and body together. Challenges in the tables are headers, separated by semicolons. */
class ReplayRuleCombinationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                   | REPLAY    | REFRESH_ONLY
                    Bearer                                               | REPLAY    | REFRESH_ONLY
                    Bearer realm="shop"                                  | REPLAY    | REFRESH_ONLY
                    Bearer error="invalid_token"                         | REPLAY    | REFRESH_ONLY
                    DPoP                                                 | REPLAY    | REFRESH_ONLY
                    DPoP error="invalid_token"                           | REPLAY    | REFRESH_ONLY
                    Basic realm="shop", Bearer                           | REPLAY    | REFRESH_ONLY
                    Basic realm="shop";Bearer error="invalid_token"      | REPLAY    | REFRESH_ONLY
                    Basic realm="shop"                                   | HAND_OVER | HAND_OVER
                    Negotiate abc==                                      | HAND_OVER | HAND_OVER
                    Bearer error="insufficient_scope"                    | HAND_OVER | HAND_OVER
                    Bearer error="insufficient_user_authentication"      | HAND_OVER | HAND_OVER
                    Bearer error="invalid_request"                       | HAND_OVER | HAND_OVER
                    DPoP error="use_dpop_nonce"                          | HAND_OVER | HAND_OVER
                    Basic;Bearer error="insufficient_scope"              | HAND_OVER | HAND_OVER
                    """)
    void challengeOfA401DecidesWhetherTheTokenIsToBlame(String headers, Decision repeatable, Decision oneShot) {
        assertThat(decide(401, headers, false, true)).isEqualTo(repeatable);
        assertThat(decide(401, headers, false, false)).isEqualTo(oneShot);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 302, 304, 400, 403, 404, 407, 419, 440, 498, 500, 503})
    void otherStatusMeansThatTheTokenWasAcceptedWhateverTheChallenge(int status) {
        for (String headers : List.of("", "Bearer", "Bearer error=\"invalid_token\"", "Basic")) {
            for (boolean repeatable : List.of(true, false)) {
                assertThat(decide(status, headers, false, repeatable))
                        .as("%s, repeatable %s", headers, repeatable)
                        .isEqualTo(Decision.ACCEPTED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 500})
    void answerOfAFilterSaysNothingAboutTheToken(int status) {
        for (String headers : List.of("", "Bearer error=\"invalid_token\"", "Basic")) {
            for (boolean repeatable : List.of(true, false)) {
                assertThat(decide(status, headers, true, repeatable))
                        .as("%s, repeatable %s", headers, repeatable)
                        .isEqualTo(Decision.HAND_OVER);
            }
        }
    }

    private static Decision decide(int status, String headers, boolean fromAFilter, boolean repeatable) {
        List<Challenge> challenges =
                Challenge.parse(Arrays.stream(headers.split(";")).toList());
        return ReplayRule.decide(new Answer(status, challenges, fromAFilter, () -> repeatable, false), false);
    }
}
