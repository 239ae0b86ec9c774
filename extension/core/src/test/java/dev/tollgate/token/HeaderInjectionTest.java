package dev.tollgate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a header, a form or a query must not be able to end it and start another. */
class HeaderInjectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t0ken\r\nX-Admin: true",
                "t0ken\n",
                "\rt0ken",
                "t0\0ken",
                "t0\tken",
                "t0ken\u007f",
                "t0\u0085ken"
            })
    void controlCharacterInATokenIsRefusedWithTheNameOfThePart(String token) {
        assertThatThrownBy(() -> TokenSet.of(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("access_token must not have control characters, which could start another header")
                .hasMessageNotContaining("t0");
        assertThatThrownBy(() -> TokenSet.of("at").refreshToken(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refresh_token must not have control characters, which could start another header")
                .hasMessageNotContaining("t0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Bearer ",
                "Bearer\r\nX-Admin: true",
                "Bearer\n",
                "Be arer",
                "Bearer,Basic",
                "Bearer\t",
                "Bearer:",
                "B\u00e9arer",
                "\"Bearer\""
            })
    void typeThatIsNoSchemeIsRefusedWithTheNameOfThePart(String type) {
        assertThatThrownBy(() -> TokenSet.of("at").tokenType(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("token_type must be the name of an authentication scheme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "DPoP", "N_A", "x-Token.1"})
    void typeThatIsASchemeIsTaken(String type) {
        assertThat(TokenSet.of("at").tokenType(type).build().tokenType()).isEqualTo(type);
    }
}
