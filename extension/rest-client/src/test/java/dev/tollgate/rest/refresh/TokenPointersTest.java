package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in which the tokens are not where RFC 6749 puts them: places are JSON Pointers (RFC 6901). */
class TokenPointersTest {

    @Test
    void everyPartHasAPlaceOfItsOwn() {
        TokenPointers pointers =
                new TokenPointers("/data/token", "/data/more/refresh", "/ttl", "/data/kind", "/allowed");

        assertThat(read(
                        "{\"data\":{\"token\":\"a\",\"more\":{\"refresh\":\"r\"},\"kind\":\"DPoP\"},"
                                + "\"ttl\":300,\"allowed\":\"x y\"}",
                        pointers))
                .isEqualTo(TokenSet.of("a")
                        .refreshToken("r")
                        .expiresIn(Duration.ofMinutes(5))
                        .tokenType("DPoP")
                        .scope("x y")
                        .build());
    }

    @Test
    void usualNamesDoNotCountWhereAnotherPlaceIsGiven() {
        TokenPointers pointers = new TokenPointers("/t", "/r", "/e", "/k", "/s");

        assertThat(read(
                        "{\"t\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300,\"token_type\":\"DPoP\",\"scope\":\"x\"}",
                        pointers))
                .isEqualTo(TokenSet.of("a").build());
    }

    @Test
    void twoPartsMayBeAtOnePlace() {
        TokenPointers pointers = new TokenPointers("/t", "/t", "/e", "/k", "/s");

        assertThat(read("{\"t\":\"a\"}", pointers))
                .isEqualTo(TokenSet.of("a").refreshToken("a").build());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /a~1b         | {"a/b":"at"}
                    /m~0n         | {"m~n":"at"}
                    /~01          | {"~1":"at"}
                    /~10          | {"/0":"at"}
                    /~0~1~0       | {"~/~":"at"}
                    /             | {"":"at"}
                    //            | {"":{"":"at"}}
                    /a/           | {"a":{"":"at"}}
                    /a b          | {"a b":"at"}
                    /a.b          | {"a.b":"at"}
                    /$            | {"$":"at"}
                    /a%2Fb        | {"a%2Fb":"at"}
                    /k"l          | {"k\\"l":"at"}
                    /i\\j         | {"i\\\\j":"at"}
                    /schlüssel    | {"schlüssel":"at"}
                    /schlüssel    | {"schl\\u00fcssel":"at"}
                    /0            | {"0":"at"}
                    /-            | {"-":"at"}
                    /t/0          | {"t":["at"]}
                    /t/1/v        | {"t":[{"v":"no"},{"v":"at"}]}
                    /t/10         | {"t":[0,1,2,3,4,5,6,7,8,9,"at"]}
                    /t/0/0/0      | {"t":[[["at","no"],"no"],"no"]}
                    /t            | {"t":"no","t":"at"}
                    /d/t          | {"d":{"t":"no"},"d":{"t":"at"}}
                    /d/t          | {"d":"no","d":{"t":"at"}}
                    """)
    void placeIsReadAsTheStandardSays(String pointer, String body) {
        assertThat(read(body, accessTokenAt(pointer)).accessToken()).isEqualTo("at");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /data/token   | {}
                    /data/token   | {"data":{}}
                    /data/token   | {"data":{"Token":"at-secret"}}
                    /data/token   | {"data/token":"at-secret"}
                    /data/token   | {"data":null}
                    /data/token   | {"data":"at-secret"}
                    /data/token   | {"data":7}
                    /data/token   | {"data":true}
                    /data/token   | {"data":["at-secret"]}
                    /data/token   | {"data":{"token":null}}
                    /data/token   | {"data":{"token":7}}
                    /data/token   | {"data":{"token":["at-secret"]}}
                    /data/token   | {"data":{"token":{"value":"at-secret"}}}
                    /data/token   | {"data":{"token":""}}
                    /data/token   | {"data":{"token":"at-secret"},"data":{}}
                    /t/1          | {"t":["at-secret"]}
                    /t/-          | {"t":["at-secret"]}
                    /t/-1         | {"t":["at-secret"]}
                    /t/+0         | {"t":["at-secret"]}
                    /t/2147483648 | {"t":["at-secret"]}
                    /t/99999999999999999999 | {"t":["at-secret"]}
                    /t/x          | {"t":["at-secret"]}
                    /t/           | {"t":["at-secret"]}
                    /t/0          | {"t":[]}
                    /0/token      | []
                    /1/token      | [{"token":"at-secret"}]
                    """)
    void placeWithoutATextIsToldWithThePlaceAndNothingOfTheAnswer(String pointer, String body) {
        assertThatExceptionOfType(TokenFailure.Configuration.class)
                .isThrownBy(() -> read(body, accessTokenAt(pointer)))
                .withMessage("the answer to ShopClient.refresh has no text \"" + pointer + "\" (RFC 6749 section 5.1)")
                .withNoCause();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /0            | ["at"]
                    /1/token      | [{}, {"token":"at"}]
                    /0/0          | [["at"]]
                    """)
    void answerMayBeAnArrayWhereItIsPointedInto(String pointer, String body) {
        assertThat(read(body, accessTokenAt(pointer)).accessToken()).isEqualTo("at");
    }

    @Test
    void nameAtTheTopIsToldWithoutItsSlash() {
        assertThatExceptionOfType(TokenFailure.Configuration.class)
                .isThrownBy(() -> read("{}", accessTokenAt("/jwt")))
                .withMessageContaining("has no text \"jwt\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "7", "\"r\"", "[]", "{\"r\":null}", "{\"r\":7}", "{\"r\":{}}", "{\"r\":\"\"}"})
    void otherPlacesMayBeMissing(String data) {
        TokenPointers pointers = new TokenPointers("/t", "/d/r", "/d/e", "/d/k", "/d/s");

        assertThat(read("{\"t\":\"a\",\"d\":" + data + "}", pointers))
                .isEqualTo(TokenSet.of("a").build());
    }

    @Test
    void lifetimeThatIsNoNumberIsUnknownWhereverItIs() {
        TokenPointers pointers = new TokenPointers("/t", "/r", "/data/ttl", "/k", "/s");

        assertThat(read("{\"t\":\"a\",\"data\":{\"ttl\":\"soon\"}}", pointers))
                .isEqualTo(TokenSet.of("a").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "at-secret", "<html>at-secret</html>", "\"at-secret\"", "{\"data\":{\"token\":\"at-secret\"}"
            })
    void answerThatIsNoJsonIsToldAsSuch(String body) {
        assertThatExceptionOfType(TokenFailure.Configuration.class)
                .isThrownBy(() -> read(body, accessTokenAt("/data/token")))
                .withMessageContaining("is not a JSON object")
                .withMessageNotContaining("at-secret");
    }

    private static TokenPointers accessTokenAt(String pointer) {
        return new TokenPointers(pointer, "/refresh_token", "/expires_in", "/token_type", "/scope");
    }

    private static TokenSet read(String body, TokenPointers pointers) {
        return Readings.tokens(pointers, body, "ShopClient.refresh");
    }
}
