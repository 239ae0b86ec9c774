package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterBindingTest {

    interface Client {
        void form(
                @FormParam("grant_type") String grant,
                @FormParam("refresh_token") String token,
                @FormParam("client_id") String id,
                @FormParam("client_secret") String secret,
                @FormParam("scope") String scope);

        void header(@HeaderParam("X-Refresh-Token") String token, @QueryParam("client_id") String id);

        void cookie(@CookieParam("refresh_token") String token);

        void lone(String token);

        void whole(TokenSet tokens);

        void none();

        void unknown(@FormParam("refresh_token") String token, @FormParam("colour") String colour);

        void wrongType(@FormParam("refresh_token") String token, @FormParam("scope") int scope);

        void path(@PathParam("id") String token, @FormParam("refresh_token") String refresh);
    }

    private static final TokenSet TOKENS =
            TokenSet.of("at").refreshToken("rt").scope("old").build();

    private final List<String> problems = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    @Test
    void formIsBoundByTheNamesOfTheStandard() {
        assertThat(arguments("form", Optional.of("new")))
                .containsExactly("refresh_token", "rt", "shop", "s3cret", "new");
    }

    @Test
    void scopeIsThatOfTheTokensUnlessConfigured() {
        assertThat(arguments("form", Optional.empty())).endsWith("old");
    }

    @Test
    void headerCookieQueryBodyAndTokenSetWorkToo() {
        assertThat(arguments("header", Optional.empty())).containsExactly("rt", "shop");
        assertThat(arguments("cookie", Optional.empty())).containsExactly("rt");
        assertThat(arguments("lone", Optional.empty())).containsExactly("rt");
        assertThat(arguments("whole", Optional.empty())).containsExactly(TOKENS);
        assertThat(problems).isEmpty();
    }

    @Test
    void valueThatIsNotConfiguredIsMissing() {
        TokenParameters values =
                new TokenParameters(Optional.empty(), Optional.empty(), Optional.empty(), missing::add);

        new ParameterBinding(values, problems::add).bind(Client.class, method("form"));

        assertThat(missing).containsExactly("client-id", "client-secret");
    }

    @Test
    void signatureThatCanNotBeBoundIsShownWithWhatWorks() {
        assertThat(bind("unknown")).isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("ParameterBindingTest$Client: unknown(@FormParam(\"refresh_token\") String,"
                        + " @FormParam(\"colour\") String): parameter 2 can not be bound;")
                .contains("a lone String (the refresh token); or a TokenSet");
    }

    @Test
    void everyOtherMistakeIsFoundToo() {
        assertThat(bind("none")).isEmpty();
        assertThat(bind("wrongType")).isEmpty();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).contains("no parameter takes the refresh token");
        assertThat(problems.get(1)).contains("parameter 2 can not be bound");
    }

    @Test
    void pathParameterIsNotTheBody() {
        assertThat(bind("path")).isEmpty();
        assertThat(problems.get(0)).contains("parameter 1 can not be bound");
    }

    private List<Object> arguments(String name, Optional<String> scope) {
        TokenParameters values = new TokenParameters(Optional.of("shop"), Optional.of("s3cret"), scope, missing::add);
        RefreshMethod bound = new ParameterBinding(values, problems::add)
                .bind(Client.class, method(name))
                .orElseThrow();
        List<Object> passed = new ArrayList<>();
        bound.arguments().forEach(argument -> passed.add(Objects.requireNonNull(argument.of(TOKENS))));
        return passed;
    }

    private Optional<RefreshMethod> bind(String name) {
        TokenParameters values =
                new TokenParameters(Optional.of("shop"), Optional.of("s3cret"), Optional.empty(), missing::add);
        return new ParameterBinding(values, problems::add).bind(Client.class, method(name));
    }

    private static Method method(String name) {
        return Arrays.stream(Client.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
