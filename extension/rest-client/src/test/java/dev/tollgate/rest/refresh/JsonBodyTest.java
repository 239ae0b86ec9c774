package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tollgate.rest.refresh.body.Hidden;
import dev.tollgate.token.TokenSet;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent where the refresh request is a JSON body. */
class JsonBodyTest {

    private static final TokenSet CURRENT =
            TokenSet.of("at").refreshToken("rt").scope("granted").build();

    private final List<String> missing = new ArrayList<>();
    private final TokenParameters configured =
            new TokenParameters(Optional.of("id"), Optional.of("secret"), Optional.of("asked"), missing::add);
    private final TokenParameters unconfigured =
            new TokenParameters(Optional.empty(), Optional.empty(), Optional.empty(), missing::add);

    @Test
    void jsonObjectHasAllThatIsKnown() {
        assertThat(made(JsonObject.class, configured))
                .isEqualTo(Json.createObjectBuilder()
                        .add("grant_type", "refresh_token")
                        .add("refresh_token", "rt")
                        .add("client_id", "id")
                        .add("client_secret", "secret")
                        .add("scope", "asked")
                        .build());
    }

    @Test
    void mapHasAllThatIsKnown() {
        assertThat(made(Map.class, configured))
                .isEqualTo(Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", "rt",
                        "client_id", "id",
                        "client_secret", "secret",
                        "scope", "asked"));
    }

    @ParameterizedTest
    @ValueSource(classes = {JsonObject.class, Map.class})
    void whatIsNotKnownIsLeftOutOfAnOpenBodyAndIsNoMistake(Class<?> type) {
        assertThat((Map<?, ?>) made(type, unconfigured)).hasToString(type == Map.class ? MAP : JSON);
        assertThat(missing).isEmpty();
    }

    private static final String MAP = "{grant_type=refresh_token, refresh_token=rt, scope=granted}";
    private static final String JSON =
            "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"rt\",\"scope\":\"granted\"}";

    @Test
    void refreshTokenThatThereIsNotIsLeftOutToo() {
        Argument body = new Argument(Map.class, unconfigured);

        assertThat(body.of(TokenSet.of("at").build())).isEqualTo(Map.of("grant_type", "refresh_token"));
    }

    @Test
    void valuesAreEscapedAsJsonDemands() {
        Argument body = new Argument(JsonObject.class, unconfigured);

        assertThat(body.of(TokenSet.of("at").refreshToken("r\"\\t").build()))
                .hasToString("{\"grant_type\":\"refresh_token\",\"refresh_token\":\"r\\\"\\\\t\"}");
    }

    @Test
    void eachCallMakesABodyOfItsOwn() {
        Argument body = new Argument(WithSetters.class, configured);

        Object first = body.of(CURRENT);
        Object second = body.of(TokenSet.of("at-2").refreshToken("rt-2").build());

        assertThat(first).hasToString("rt id");
        assertThat(second).hasToString("rt-2 id");
    }

    public static final class WithSetters {
        private @Nullable String token;
        private @Nullable String id;

        public void setRefreshToken(@Nullable String token) {
            this.token = token;
        }

        public void setClientId(String id) {
            this.id = id;
        }

        public void setColour(String colour) {
            never(colour);
        }

        public void setScope(int scope) {
            never(scope);
        }

        public void setRefreshToken(String token, String more) {
            never(token + more);
        }

        public void settle(String token) {
            never(token);
        }

        @Override
        public String toString() {
            return token + " " + id;
        }
    }

    record Full(String grantType, String refresh_token, String clientId, String client_secret, String scope) {}

    @Test
    void recordIsFilledByNamesInEitherSpelling() {
        assertThat(made(Full.class, configured)).isEqualTo(new Full("refresh_token", "rt", "id", "secret", "asked"));
    }

    record Renamed(
            @JsonbProperty("refresh_token") String token,
            @JsonProperty("client_id") String who,
            @JsonProperty("") String scope,
            String grantType) {}

    @Test
    void annotationsOfBothJsonLibrariesGiveTheNameUnlessTheyAreEmpty() {
        assertThat(made(Renamed.class, configured)).isEqualTo(new Renamed("rt", "id", "asked", "refresh_token"));
    }

    record Misled(@JsonbProperty("token") String refreshToken) {}

    @Test
    void nameOfTheAnnotationGoesBeforeThatOfTheProperty() {
        assertThat(body(Misled.class, configured)).isEmpty();
    }

    record Twice(String refreshToken, @JsonProperty("refresh_token") String again) {}

    @Test
    void twoPropertiesOfOneNameBothGetTheValue() {
        assertThat(made(Twice.class, configured)).isEqualTo(new Twice("rt", "rt"));
    }

    @Test
    void valueThatARecordAsksForAndThatIsNotConfiguredIsMissing() {
        assertThat(body(Full.class, unconfigured)).isPresent();
        assertThat(missing).containsExactly("client-id", "client-secret");
    }

    @Test
    void recordGetsNullWhereThereIsNoValue() {
        Object made = new Argument(Twice.class, configured).of(TokenSet.of("at").build());

        assertThat(made).hasToString("Twice[refreshToken=null, again=null]");
    }

    record WithoutToken(String grantType, String clientId) {}

    record WithUnknown(String refreshToken, String audience) {}

    record WithNumber(String refreshToken, int scope) {}

    record Empty() {}

    public static class NoSetter {}

    public static class WithoutTokenSetter {
        public void setScope(String scope) {
            never(scope);
        }
    }

    public static final class NeedsAnArgument {
        public NeedsAnArgument(String argument) {
            never(argument);
        }

        public void setRefreshToken(String token) {
            never(token);
        }
    }

    public abstract static class Abstract {
        public abstract void setRefreshToken(String token);
    }

    public interface Interface {
        void setRefreshToken(String token);
    }

    public class Inner {
        public void setRefreshToken(String token) {
            missing.add(token);
        }
    }

    public static final class StaticSetter {
        public static void setRefreshToken(String token) {
            never(token);
        }
    }

    enum Constant {
        ONE
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                WithoutToken.class,
                WithUnknown.class,
                WithNumber.class,
                Empty.class,
                NoSetter.class,
                WithoutTokenSetter.class,
                NeedsAnArgument.class,
                Abstract.class,
                Interface.class,
                Inner.class,
                StaticSetter.class,
                Constant.class,
                HashMap.class,
                List.class,
                JsonArray.class,
                JsonValue.class,
                Object.class,
                String[].class,
                int.class,
            })
    void typeThatCanNotCarryTheRefreshTokenIsNoBody(Class<?> type) {
        assertThat(body(type, configured)).isEmpty();
    }

    public static class AnnotatedField {
        @JsonbProperty("refresh_token")
        private String token = "";

        @JsonProperty("client_id")
        private String who = "";

        public void setToken(String token) {
            this.token = token;
        }

        public void setWho(String who) {
            this.who = who;
        }

        @Override
        public String toString() {
            return token + " " + who;
        }
    }

    public static final class Inherits extends AnnotatedField {}

    public static final class AnnotatedSetter {
        @JsonProperty("scope")
        private String token = "";

        @JsonbProperty("refresh_token")
        public void setToken(String token) {
            this.token = token;
        }

        @Override
        public String toString() {
            return token;
        }
    }

    @Test
    void nameMayStandOnTheFieldOrOnTheSetterWhichGoesFirst() {
        assertThat(made(AnnotatedField.class, configured)).hasToString("rt id");
        assertThat(made(AnnotatedSetter.class, configured)).hasToString("rt");
    }

    @Test
    void fieldsOfASuperclassGiveNamesToo() {
        assertThat(made(Inherits.class, configured)).hasToString("rt id");
    }

    @Test
    void bodyNeedNotBePublic() {
        assertThat(made(Hidden.record(), configured)).hasToString("HiddenRecord[refreshToken=rt]");
        assertThat(made(Hidden.bean(), configured)).hasToString("rt");
    }

    record Refuses(String refreshToken) {
        Refuses {
            throw new IllegalArgumentException("never");
        }
    }

    public static final class RefusesToo {
        public void setRefreshToken(String token) {
            refuse(token);
        }

        private static void refuse(String token) {
            throw new IllegalArgumentException(token.isEmpty() ? "empty" : "never");
        }
    }

    @Test
    void bodyThatRefusesItsValuesIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> made(Refuses.class, configured))
                .withMessage(Refuses.class.getName() + " can not be made")
                .withRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> made(RefusesToo.class, configured))
                .withMessageContaining("RefusesToo.setRefreshToken(java.lang.String) failed")
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static void never(Object value) {
        throw new AssertionError("nobody calls this, least of all with " + value);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface JsonbProperty {
        String value();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface JsonProperty {
        String value();
    }

    private static Optional<RefreshMethod.Argument> body(Class<?> type, TokenParameters values) {
        return new JsonBody(values).of(type);
    }

    private static Object made(Class<?> type, TokenParameters values) {
        return new Argument(type, values).of(CURRENT);
    }

    private record Argument(Class<?> type, TokenParameters values) {
        Object of(TokenSet tokens) {
            return Optional.ofNullable(body(type, values).orElseThrow().of(tokens))
                    .orElseThrow();
        }
    }
}
