package dev.tollgate.it.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.custom.OddClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Recorded;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token is a cookie of its service, beside those of the application and those that the service sets. */
public abstract class CookiesScenario extends ShopScenario {

    @Inject
    @RestClient
    OddClient odd;

    @BeforeEach
    protected void signInToTheRealm() {
        realm().signIn(TokenSet.of("at-1").refreshToken("rt-1").build());
        server.resources()
                .serve(
                        "/public/renewals",
                        Answer.status(204)
                                .header("Set-Cookie", "session=at-2; Path=/; HttpOnly")
                                .header("X-Refresh-Token", "rt-2"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("odd");
    }

    @Test
    void tokenStandsBesideTheCookiesOfTheApplication() {
        odd.things("dark", "en");

        assertThat(cookies("/public/things"))
                .containsExactly(Map.of("theme", "dark", "language", "en", "token", "at-1"));
    }

    @Test
    void tokenAloneIsTheOnlyCookie() {
        odd.things(null, null);

        assertThat(cookies("/public/things")).containsExactly(Map.of("token", "at-1"));
    }

    @Test
    void replayHasTheSameCookiesAndTheNewTokenInsteadOfTheOld() {
        server.faults().next("/public/things", Answer.status(440));

        odd.things("dark", "en");

        assertThat(cookies("/public/things"))
                .containsExactly(
                        Map.of("theme", "dark", "language", "en", "token", "at-1"),
                        Map.of("theme", "dark", "language", "en", "token", "at-2"));
    }

    @Test
    void replayOfAnAsynchronousCallToo() throws Exception {
        server.faults().next("/public/things", Answer.status(401));

        odd.thingsLater("dark").toCompletableFuture().get(10, SECONDS);

        assertThat(cookies("/public/things"))
                .containsExactly(Map.of("theme", "dark", "token", "at-1"), Map.of("theme", "dark", "token", "at-2"));
    }

    @Test
    void refreshTokenIsACookieAndTheNewTokensAreReadFromCookieAndHeader() {
        server.faults().next("/public/things", Answer.status(440));

        odd.things("dark", null);

        assertThat(cookies("/public/renewals")).containsExactly(Map.of("refresh_token", "rt-1"));
        assertThat(realm().tokens())
                .isEqualTo(TokenSet.of("at-2").refreshToken("rt-2").build());
    }

    @Test
    void callerSeesTheCookiesThatTheAnswerToTheReplaySetsAndNoOthers() {
        server.faults().next("/public/things", Answer.status(401).header("Set-Cookie", "first=1; Path=/"));
        // tag::serve[]
        server.resources()
                .serve(
                        "/public/things",
                        Answer.status(200)
                                .header("Set-Cookie", "second=2; Path=/; HttpOnly")
                                .header("Set-Cookie", "third=3"));
        // end::serve[]

        try (Response answer = odd.thingsAsResponse()) {
            assertThat(answer.getCookies()).containsOnlyKeys("second", "third");
            assertThat(answer.getCookies().values())
                    .extracting(NewCookie::getValue)
                    .containsExactlyInAnyOrder("2", "3");
        }
    }

    @Test
    void cookieThatAServerSetsIsNotSentByOurselves() {
        server.faults()
                .next("/public/things", Answer.status(401).header("Set-Cookie", "first=1; Path=/"))
                .next("/public/things", Answer.status(204).header("Set-Cookie", "second=2; Path=/"));

        odd.things("dark", null);
        odd.things("dark", null);

        assertThat(cookies("/public/things"))
                .containsExactly(
                        Map.of("theme", "dark", "token", "at-1"),
                        Map.of("theme", "dark", "token", "at-2"),
                        Map.of("theme", "dark", "token", "at-2"));
    }

    /** Name and value of all cookies of each request; there is one header of them. */
    private List<Map<String, String>> cookies(String path) {
        return server.requests().to(path).stream().map(CookiesScenario::cookies).toList();
    }

    private static Map<String, String> cookies(Recorded request) {
        assertThat(request.headers().getOrDefault("Cookie", List.of())).hasSize(1);
        Map<String, String> cookies = new TreeMap<>();
        Arrays.stream(request.header("Cookie").orElseThrow().split("; *"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> cookies.put(pair[0], pair[1]));
        return cookies;
    }
}
