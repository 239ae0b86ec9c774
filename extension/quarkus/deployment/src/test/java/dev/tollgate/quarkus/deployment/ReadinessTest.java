package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.Answer;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the readiness check says, asked as a cluster asks. */
@Timeout(30)
class ReadinessTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, ShopClient.class, ClerkTokens.class)
                    .addAsServiceProvider(ConfigSource.class, Shop.class))
            .overrideConfigKey("tollgate.realms", "users,clerks,unused")
            .overrideConfigKey("tollgate.users.session", "header:X-User")
            .overrideConfigKey("tollgate.clerks.session", "header:X-Clerk")
            .overrideRuntimeConfigKey("tollgate.shop.fail-fast", "true")
            .overrideRuntimeConfigKey("tollgate.clerks.fail-fast", "true");

    @Inject
    @RestClient
    ShopClient shop;

    @Inject
    Tollgate tollgate;

    @BeforeEach
    void signOut() {
        Shop.server().reset();
        tollgate.realm("shop").signOut();
        for (String realm : new String[] {"users", "clerks"}) {
            tollgate.realm(realm).sessions().forEach(user -> tollgate.realm(realm)
                    .session(user.session())
                    .signOut());
        }
    }

    @Test
    void realmThatIsNotUsedYetIsReady() throws Exception {
        JsonObject answer = answer(200);

        assertThat(answer.getString("unused")).isEqualTo("not used yet");
        assertThat(answer.getString("shop")).isEqualTo("nobody is signed in");
    }

    @Test
    void signedInRealmIsReady() throws Exception {
        signIn();

        assertThat(answer(200).getString("shop")).isEqualTo("ready");
    }

    @Test
    void realmWhoseSessionIsOverIsNotReady() throws Exception {
        signIn();
        Shop.server().tokens().endAllSessions();
        assertThatThrownBy(shop::orders).isInstanceOf(SessionExpiredException.class);

        assertThat(answer(503).getString("shop")).startsWith("session over: ").contains("invalid_grant");
    }

    @Test
    void failingTokenEndpointIsToldWithTheMomentFromWhichOn() throws Exception {
        signIn();
        Instant before = Instant.now();
        Shop.server().tokens().revokeAccessTokens();
        Shop.server().faults().always("/token", Answer.status(503));
        assertThatThrownBy(shop::orders).isInstanceOf(TokenUnavailableException.class);
        // until a second method agrees, the token is withheld from the first one only
        assertThatThrownBy(shop::stock).isInstanceOf(TokenUnavailableException.class);
        Instant after = Instant.now();

        String told = answer(503).getString("shop");

        Matcher since =
                Pattern.compile("token endpoint failing since (\\S+): .*503.*").matcher(told);
        assertThat(since.matches()).as(told).isTrue();
        assertThat(Instant.parse(since.group(1))).isBetween(before, after);
    }

    @Test
    void realmThatIsServedMeanwhileIsReady() throws Exception {
        signIn();
        Shop.server().faults().always("/token", Answer.status(503));
        assertThatThrownBy(() ->
                        tollgate.realm("shop").refresh().toCompletableFuture().join())
                .hasCauseInstanceOf(TokenUnavailableException.class);

        assertThat(answer(200).getString("shop"))
                .startsWith("token endpoint failing since ")
                .contains("; calls go on with the token at hand until ");
        assertThat(shop.orders()).containsEntry("generation", 0);
    }

    @Test
    void usersWhoHaveToSignInAgainAreCounted() throws Exception {
        for (String user : new String[] {"alice", "bob"}) {
            session(user)
                    .signIn(TokenSet.of("at-" + user).expiresIn(Duration.ZERO).build());
            assertThatThrownBy(session(user)::tokens).isInstanceOf(SessionExpiredException.class);
        }

        assertThat(answer(200).getString("users"))
                .isEqualTo("2 sessions, of which 2 are over and 0 can not be refreshed");
    }

    @Test
    void userWhoHasToSignInAgainOrHasLeftHidesNoFailingTokenEndpoint() throws Exception {
        letSessionEnd("alice");
        letRefreshFail("bob", Duration.ZERO);
        signIn("carol", Duration.ofHours(1)).signOut();

        assertThat(answer(503).getString("clerks"))
                .startsWith(
                        "3 sessions, of which 1 are over and 1 can not be refreshed, token endpoint failing since ");
    }

    @Test
    void userWhoseTokenIsStillGoodKeepsTheRealmReady() throws Exception {
        letSessionEnd("alice");
        letRefreshFail("bob", Duration.ZERO);
        letRefreshFail("carol", Duration.ofHours(1));

        assertThat(answer(200).getString("clerks"))
                .startsWith(
                        "3 sessions, of which 1 are over and 2 can not be refreshed, token endpoint failing since ");
    }

    private void letSessionEnd(String clerk) {
        Realm session = tollgate.realm("clerks").session(new SessionKey(clerk));
        session.signIn(TokenSet.of("at-" + clerk).expiresIn(Duration.ZERO).build());
        assertThatThrownBy(session::tokens).isInstanceOf(SessionExpiredException.class);
    }

    private void letRefreshFail(String clerk, Duration left) {
        Realm session = signIn(clerk, left);
        assertThatThrownBy(() -> session.refresh().toCompletableFuture().join())
                .hasCauseInstanceOf(TokenUnavailableException.class);
    }

    private Realm signIn(String clerk, Duration left) {
        Realm session = tollgate.realm("clerks").session(new SessionKey(clerk));
        session.signIn(TokenSet.of("at-" + clerk)
                .refreshToken("rt-" + clerk)
                .expiresIn(left)
                .build());
        return session;
    }

    private Realm session(String user) {
        return tollgate.realm("users").session(new SessionKey(user));
    }

    private void signIn() {
        shop.login(Map.of("username", "alice", "password", "alice"));
    }

    /** A token endpoint that does not do its part. */
    @ApplicationScoped
    @TokenRealm("clerks")
    public static class ClerkTokens {

        /** Fails. */
        @RefreshToken
        public TokenSet refresh(String refreshToken) {
            throw new TokenFailure.Transient("the token endpoint is down", null);
        }
    }

    private JsonObject answer(int status) throws Exception {
        URI ready = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/q/health/ready");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.createReader(new StringReader(answer.body()))
                .readObject()
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(check -> check.getString("name").equals("Tollgate"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }
}
