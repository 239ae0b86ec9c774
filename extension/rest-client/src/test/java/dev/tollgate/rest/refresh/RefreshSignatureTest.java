package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate passes to a refresh method, and what it says of one that it can not call. */
class RefreshSignatureTest {

    private static final String WHAT_WORKS = "; a parameter is a String with @FormParam, @HeaderParam, @CookieParam or"
            + " @QueryParam \"refresh_token\", \"grant_type\", \"client_id\", \"client_secret\" or \"scope\"; or a lone"
            + " String (the refresh token); or a TokenSet; or a JSON body (JsonObject, Map, record, or class with setters)"
            + " with these names";

    private static final TokenSet CURRENT =
            TokenSet.of("at").refreshToken("rt").scope("granted").build();

    private final List<String> problems = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final TokenParameters configured =
            new TokenParameters(Optional.of("id"), Optional.of("secret"), Optional.of("asked"), missing::add);
    private final TokenParameters unconfigured =
            new TokenParameters(Optional.empty(), Optional.empty(), Optional.empty(), missing::add);

    interface Bindable {
        Object form(
                @FormParam("grant_type") String grantType,
                @FormParam("refresh_token") String refreshToken,
                @FormParam("client_id") String clientId,
                @FormParam("client_secret") String clientSecret,
                @FormParam("scope") String scope);

        Object anyOrder(@FormParam("scope") String scope, @FormParam("refresh_token") String refreshToken);

        Object header(@HeaderParam("Refresh-Token") String refreshToken, @HeaderParam("X-Client-Id") String clientId);

        Object headerInAnyCase(@HeaderParam("x-REFRESH-token") String refreshToken);

        Object cookie(@CookieParam("refresh_token") String refreshToken);

        Object query(@QueryParam("refresh_token") String refreshToken, @QueryParam("grant_type") String grantType);

        Object headerAndQuery(
                @HeaderParam("X-Refresh-Token") String refreshToken, @QueryParam("client_id") String clientId);

        Object encoded(@Encoded @FormParam("refresh_token") String refreshToken);

        Object body(String refreshToken);

        Object tokenSet(TokenSet current);

        Object both(TokenSet current, @HeaderParam("client-secret") String secret);
    }

    @ParameterizedTest
    @CsvSource({
        "form,            refresh_token rt id secret asked",
        "anyOrder,        asked rt",
        "header,          rt id",
        "headerInAnyCase, rt",
        "cookie,          rt",
        "query,           rt refresh_token",
        "headerAndQuery,  rt id",
        "encoded,         rt",
        "body,            rt",
    })
    void parametersAreBoundByTheirNames(String method, String passed) throws Throwable {
        assertThat(passedTo(method, configured, CURRENT)).isEqualTo(Arrays.asList((Object[]) passed.split(" ")));
        assertThat(problems).isEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void tokenSetIsPassedAsItIs() throws Throwable {
        assertThat(passedTo("tokenSet", configured, CURRENT)).containsExactly(CURRENT);
        assertThat(passedTo("both", configured, CURRENT)).containsExactly(CURRENT, "secret");
    }

    @Test
    void scopeIsThatOfTheCurrentTokensWhereNoneIsConfigured() throws Throwable {
        assertThat(passedTo("anyOrder", unconfigured, CURRENT)).containsExactly("granted", "rt");
    }

    @Test
    void valuesThatAreUnknownArePassedAsNull() throws Throwable {
        assertThat(passedTo("anyOrder", unconfigured, TokenSet.of("at").build()))
                .containsExactly(null, null);
    }

    @Test
    void valuesAreThoseOfTheTokensAtTheTimeOfTheCall() throws Throwable {
        RefreshMethod method = bind(Bindable.class, "body", configured).orElseThrow();

        assertThat(passed(method, CURRENT)).containsExactly("rt");
        assertThat(passed(method, TokenSet.of("at-2").refreshToken("rt-2").build()))
                .containsExactly("rt-2");
    }

    @Test
    void clientIdAndSecretThatAreAskedForMustBeConfigured() {
        bind(Bindable.class, "form", unconfigured);

        assertThat(missing).containsExactly("client-id", "client-secret");
        assertThat(problems).isEmpty();
    }

    @Test
    void clientIdAndSecretThatNobodyAsksForNeedNotBeConfigured() {
        bind(Bindable.class, "anyOrder", unconfigured);

        assertThat(missing).isEmpty();
    }

    @Test
    void methodIsDescribedByItsInterfaceAndName() {
        assertThat(bind(Bindable.class, "body", configured).orElseThrow().describe())
                .isEqualTo("Bindable.body");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(configured).hasToString("TokenParameters");
    }

    interface Unbindable {
        Object nothing();

        Object noRefreshToken(@FormParam("grant_type") String grantType);

        Object unknownName(@FormParam("refresh_token") String refreshToken, @FormParam("audience") String audience);

        Object unknownHeader(@HeaderParam("X-Api-Key") String key, @FormParam("refresh_token") String refreshToken);

        Object path(@PathParam("tenant") String tenant, @FormParam("refresh_token") String refreshToken);

        Object onlyPath(@PathParam("refresh_token") String refreshToken);

        Object matrix(@MatrixParam("refresh_token") String refreshToken);

        Object bean(@BeanParam Object bean);

        Object object(List<String> body);

        Object number(@FormParam("refresh_token") long refreshToken);

        Object numberOfScope(@FormParam("refresh_token") String refreshToken, @FormParam("scope") int scope);

        Object several(@Encoded @QueryParam("Tenant-Id") String tenant, int number, TokenSet current);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    unknownName   | (@FormParam("refresh_token") String, @FormParam("audience") String) | 2
                    unknownHeader | (@HeaderParam("X-Api-Key") String, @FormParam("refresh_token") String) | 1
                    path          | (@PathParam String, @FormParam("refresh_token") String) | 1
                    number        | (@FormParam("refresh_token") long) | 1
                    numberOfScope | (@FormParam("refresh_token") String, @FormParam("scope") int) | 2
                    """)
    void parameterThatCanNotBeBoundIsToldWithItsNumberAsItIsWritten(String method, String signature, int number) {
        assertThat(bind(Unbindable.class, method, configured)).isEmpty();

        assertThat(problems)
                .containsExactly(Unbindable.class.getName() + ": " + method + signature + ": parameter " + number
                        + " can not be bound" + WHAT_WORKS);
    }

    @Test
    void everyParameterThatCanNotBeBoundIsTold() {
        assertThat(bind(Unbindable.class, "several", configured)).isEmpty();

        String method = Unbindable.class.getName()
                + ": several(@Encoded @QueryParam(\"Tenant-Id\") String, int, TokenSet): parameter ";
        assertThat(problems)
                .containsExactly(
                        method + "1 can not be bound" + WHAT_WORKS,
                        method + "2 can not be bound" + WHAT_WORKS,
                        method + "3 can not be bound" + WHAT_WORKS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing        | ()
                    noRefreshToken | (@FormParam("grant_type") String)
                    """)
    void methodThatDoesNotTakeTheRefreshTokenIsTold(String method, String signature) {
        assertThat(bind(Unbindable.class, method, configured)).isEmpty();

        assertThat(problems)
                .containsExactly(Unbindable.class.getName() + ": " + method + signature
                        + ": no parameter takes the refresh token" + WHAT_WORKS);
    }

    /** A token in a URL's path ends up in logs. */
    @ParameterizedTest
    @ValueSource(strings = {"onlyPath", "matrix", "bean", "object"})
    void refreshTokenGoesNowhereElse(String method) {
        assertThat(bind(Unbindable.class, method, configured)).isEmpty();

        assertThat(problems).anySatisfy(problem -> assertThat(problem).contains("): parameter 1 can not be bound; "));
    }

    private Optional<RefreshMethod> bind(Class<?> client, String name, TokenParameters values) {
        Method method = Arrays.stream(client.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new ParameterBinding(values, problems::add).bind(client, method);
    }

    private List<@Nullable Object> passedTo(String name, TokenParameters values, TokenSet current) throws Throwable {
        return passed(bind(Bindable.class, name, values).orElseThrow(), current);
    }

    /** What arrives when the method is called. */
    private static List<@Nullable Object> passed(RefreshMethod method, TokenSet current) throws Throwable {
        List<@Nullable Object> arrived = new ArrayList<>();
        Object bean = Proxy.newProxyInstance(
                Bindable.class.getClassLoader(), new Class<?>[] {Bindable.class}, (proxy, called, arguments) -> {
                    arrived.addAll(Arrays.asList(arguments));
                    return "answer";
                });
        assertThat(method.invoke(bean, current)).isEqualTo("answer");
        return arrived;
    }
}
