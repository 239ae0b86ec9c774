package dev.tollgate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenSetTest {

    private static final TokenSet EARLIER = TokenSet.of("at-1")
            .tokenType("DPoP")
            .refreshToken("rt-1")
            .expiresIn(Duration.ofMinutes(5))
            .scope("read")
            .attribute("id_token", "id-1")
            .attribute("key", "k")
            .build();

    @Test
    void tokenThatCouldStartAnotherHeaderIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> TokenSet.of("secret\r\nX-Admin: true"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control characters")
                .hasMessageNotContaining("secret");
    }

    @Test
    void typeIsBearerUnlessToldOtherwise() {
        assertThat(TokenSet.of("at").build().tokenType()).isEqualTo("Bearer");
        assertThat(TokenSet.of("at").tokenType(null).build().tokenType()).isEqualTo("Bearer");
        assertThat(TokenSet.of("at").tokenType("DPoP").build().tokenType()).isEqualTo("DPoP");
    }

    @Test
    void blankRefreshTokenIsNone() {
        assertThat(TokenSet.of("at").refreshToken(" ").build().refreshToken()).isEmpty();
        assertThat(TokenSet.of("at").refreshToken(null).build().refreshToken()).isEmpty();
    }

    @Test
    void blankAccessTokenIsRefused() {
        assertThatThrownBy(() -> TokenSet.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("access_token must not be blank");
    }

    @Test
    void answerWithoutARefreshTokenScopeOrAttributeKeepsTheEarlierOnes() {
        TokenSet merged = TokenSet.of("at-2").build().over(EARLIER);

        assertThat(merged.refreshToken()).hasValue("rt-1");
        assertThat(merged.scope()).hasValue("read");
        assertThat(merged.attributes()).isEqualTo(Map.of("id_token", "id-1", "key", "k"));
    }

    @Test
    void accessTokenTypeAndLifetimeAreThoseOfTheAnswerAlone() {
        TokenSet merged = TokenSet.of("at-2").build().over(EARLIER);

        assertThat(merged.accessToken()).isEqualTo("at-2");
        assertThat(merged.tokenType()).isEqualTo("Bearer");
        assertThat(merged.expiresIn()).isEmpty();
    }

    @Test
    void whatTheAnswerBringsReplacesTheEarlier() {
        TokenSet merged = TokenSet.of("at-2")
                .refreshToken("rt-2")
                .scope("write")
                .attribute("id_token", "id-2")
                .build()
                .over(EARLIER);

        assertThat(merged.refreshToken()).hasValue("rt-2");
        assertThat(merged.scope()).hasValue("write");
        assertThat(merged.attributes()).isEqualTo(Map.of("id_token", "id-2", "key", "k"));
    }

    @Test
    void mergingChangesNeitherOfTheTwo() {
        TokenSet answer = TokenSet.of("at-2").attribute("nonce", "n").build();

        answer.over(EARLIER);

        assertThat(answer.attributes()).isEqualTo(Map.of("nonce", "n"));
        assertThat(EARLIER.attributes()).doesNotContainKey("nonce");
    }

    @Test
    void builderUsedAgainDoesNotReachIntoWhatItBuilt() {
        TokenSet.Builder builder = TokenSet.of("at");
        TokenSet built = builder.build();

        builder.attribute("late", "x");

        assertThat(built.attributes()).isEmpty();
    }

    @Test
    void copyEqualsItsOriginalAndEachPartCounts() {
        assertThat(EARLIER.toBuilder().build()).isEqualTo(EARLIER).hasSameHashCodeAs(EARLIER);
        assertThat(EARLIER.toBuilder().tokenType("Bearer").build()).isNotEqualTo(EARLIER);
        assertThat(EARLIER.toBuilder().refreshToken("rt-2").build()).isNotEqualTo(EARLIER);
        assertThat(EARLIER.toBuilder().expiresIn(Duration.ZERO).build()).isNotEqualTo(EARLIER);
        assertThat(EARLIER.toBuilder().scope(null).build()).isNotEqualTo(EARLIER);
        assertThat(EARLIER.toBuilder().attribute("key", "other").build()).isNotEqualTo(EARLIER);
    }

    @Test
    void showsFingerprintsOnly() {
        assertThat(EARLIER)
                .hasToString("DPoP " + Fingerprint.of("at-1") + ", refresh token " + Fingerprint.of("rt-1")
                        + ", expires in 300 s");
    }
}
