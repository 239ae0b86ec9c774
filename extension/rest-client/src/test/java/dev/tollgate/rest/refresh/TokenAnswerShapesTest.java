package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of answers that services have beside that of RFC 6749 §5.1; the rules are those of tollgate-oauth2. */
class TokenAnswerShapesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[\"a\",\"b\"] | a b", "\"a,b\" | a b", "\"a b\" | a b", "{} | ''", "7 | ''", "[7] | ''"})
    void scopeMayHaveAnotherShape(String written, String scope) {
        assertThat(read("\"scope\":" + written).scope().orElse("")).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({"bearer, Bearer", "BearerToken, Bearer", "Bearer Token, Bearer", "Token, Token", "DPoP, DPoP"})
    void tokenTypeIsKnownByItsAliases(String written, String scheme) {
        assertThat(read("\"token_type\":\"" + written + "\"").tokenType()).isEqualTo(scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "urn:example:mac key", ""})
    void realmMayNameTheScheme(String written) {
        String body = "{\"access_token\":\"at\",\"token_type\":\"" + written + "\"}";

        assertThat(Readings.tokens(Map.of(), body, Optional.of("OAuth")).tokenType())
                .isEqualTo("OAuth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"expires\":60", "\"expires_on\":\"60\"", "\"expires_at\":\"Tue, 01 Dec 2026 03:01:00 GMT\""})
    void lifetimeMayHaveAnotherName(String member) {
        Map<String, String> headers = Map.of("Date", "Tue, 01 Dec 2026 03:00:00 GMT");

        assertThat(Readings.tokens(headers, "{\"access_token\":\"at\"," + member + "}", Optional.empty())
                        .expiresIn())
                .hasValue(Duration.ofMinutes(1));
    }

    @Test
    void otherNamesDoNotCountWhereThePlaceIsConfigured() {
        TokenPointers pointers =
                new TokenPointers("/access_token", "/refresh_token", "/data/ttl", "/token_type", "/scope");

        assertThat(Readings.tokens(pointers, "{\"access_token\":\"at\",\"expires\":60}", "ShopClient.refresh")
                        .expiresIn())
                .isEmpty();
    }

    @Test
    void refreshTokenThatCannotBeReadDoesNotCostTheAccessToken() {
        assertThat(read("\"refresh_token\":\"rt\\nX: y\""))
                .isEqualTo(TokenSet.of("at").build());
        assertThat(read("\"refresh_token\":{}")).isEqualTo(TokenSet.of("at").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded;charset=UTF-8",
                "text/plain"
            })
    void answerMayBeAForm(String type) {
        assertThat(Readings.tokens(
                        Map.of("Content-Type", type),
                        "access_token=a%2Bb&refresh_token=rt&expires_in=60&scope=x+y&token_type=bearer",
                        Optional.empty()))
                .isEqualTo(TokenSet.of("a+b")
                        .refreshToken("rt")
                        .expiresIn(Duration.ofMinutes(1))
                        .scope("x y")
                        .build());
    }

    private static TokenSet read(String member) {
        return Readings.tokens(Map.of(), "{\"access_token\":\"at\"," + member + "}", Optional.empty());
    }
}
