package dev.tollgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void valuesAreWrittenByType() {
        String json = Json.object("s", "x", "n", 7, "b", true, "z", null, "o", Map.of("k", "v"));

        assertThat(json).isEqualTo("{\"s\":\"x\",\"n\":7,\"b\":true,\"z\":null,\"o\":{\"k\":\"v\"}}");
    }

    @Test
    void stringsAreEscaped() {
        assertThat(Json.write("\"\\/\n\r\t\u0001é")).isEqualTo("\"\\\"\\\\/\\n\\r\\t\\u0001é\"");
    }

    @Test
    void whatIsWrittenIsRead() {
        String hard = "\"\\/\b\f\n\r\t\u0000é€\uD83D\uDE00";

        assertThat(Json.readStrings(Json.object(hard, hard))).isEqualTo(Map.of(hard, hard));
    }

    @Test
    void objectsMayBeEmptyAndSpacious() {
        assertThat(Json.readStrings(" { } ")).isEmpty();
        assertThat(Json.readStrings("\n{ \"a\" :\t\"\\u0041\\/\" , \"b\" : \"\" }\r"))
                .isEqualTo(Map.of("a", "A/", "b", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "\"a\"",
                "{\"a\"}",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":\"b\",}",
                "{\"a\":\"b\"}}",
                "{\"a\":\"b\" \"c\":\"d\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"b\",\"a\":\"c\"}"
            })
    void restIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readStrings(text));
    }
}
