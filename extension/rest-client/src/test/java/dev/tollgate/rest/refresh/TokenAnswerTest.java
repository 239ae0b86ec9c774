package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAnswerTest {

    @Test
    void tokensAreReadByTheirNames() {
        TokenSet tokens = read("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"token_type\":\"DPoP\","
                + "\"expires_in\":300,\"scope\":\"x y\",\"more\":{}}");

        assertThat(tokens)
                .isEqualTo(TokenSet.of("a")
                        .refreshToken("r")
                        .tokenType("DPoP")
                        .expiresIn(Duration.ofMinutes(5))
                        .scope("x y")
                        .build());
    }

    @Test
    void accessTokenAloneIsEnough() {
        assertThat(read("{\"access_token\":\"a\"}")).isEqualTo(TokenSet.of("a").build());
    }

    @ParameterizedTest(name = "expires_in {0} is {1} ms")
    @CsvSource({"5, 5000", "0.5, 500", "\"60\", 60000", "0, 0", "-1, -1000", "1e3, 1000000"})
    void lifetimeIsANumberOfSeconds(String written, long millis) {
        assertThat(read("{\"access_token\":\"a\",\"expires_in\":" + written + "}")
                        .expiresIn())
                .hasValue(Duration.ofMillis(millis));
    }

    @Test
    void absurdLifetimeIsCutAndNullIsUnknown() {
        assertThat(read("{\"access_token\":\"a\",\"expires_in\":1e300}").expiresIn())
                .hasValue(Duration.ofSeconds(Integer.MAX_VALUE));
        assertThat(read("{\"access_token\":\"a\",\"expires_in\":null}").expiresIn())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>secret</html>",
                "[]",
                "\"secret\"",
                "{\"access_token\":\"secret\"",
                "{}",
                "{\"access_token\":\"  \"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"secret\\r\\nX-Admin: true\"}",
                "{\"access_token\":null}"
            })
    void anythingElseIsAMistakeThatDoesNotRepeatTheAnswer(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("ShopClient.login")
                .hasMessageContaining("RFC 6749 section 5.1")
                .hasMessageNotContaining("secret");
    }

    private static TokenSet read(String body) {
        return Readings.tokens(TokenPointers.BY_NAME, body, "ShopClient.login");
    }
}
